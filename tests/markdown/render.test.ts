import fc from 'fast-check';
import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/markdown/render';
import type { Surroundings } from '../../src/markdown/surroundings';

const surroundings: Surroundings = {
  link: (target) => ({ href: target, external: /^https?:/.test(target) }),
  picture: (source) => ({ src: source, ...(source === '/img/a.png' ? { width: 40, height: 30 } : {}) }),
  headingLinks: false,
  words: {
    footnotes: 'Footnotes',
    footnoteBack: 'Back to reference %s',
    loadsFrom: 'Loads from %s',
    table: 'Table',
    taskDone: 'Done',
    taskOpen: 'To do',
    videoOn: 'Video on %s',
  },
};

const render = (body: string, changes: Partial<Surroundings> = {}) =>
  renderMarkdown(body, { ...surroundings, ...changes });
const html = (body: string, changes: Partial<Surroundings> = {}) => render(body, changes).html;

/** The HTML as a browser would see it. */
const parse = (source: string) =>
  unified()
    .use(rehypeRaw)
    .runSync({ type: 'root', children: [{ type: 'raw', value: source }] } as unknown as Root) as Root;

function elementsOf(source: string): Element[] {
  const elements: Element[] = [];
  visit(parse(source), 'element', (element) => void elements.push(element));
  return elements;
}

test('paragraphs, emphasis, lists, quotes, code and breaks are what CommonMark says', () => {
  expect(
    html('One *two* **three** `four`  \nfive\n\n> quote\n\n1. a\n2. b\n   - c\n\n---\n\n    code\n'),
  ).toMatchInlineSnapshot(`
    "<p>One <em>two</em> <strong>three</strong> <code>four</code><br>
    five</p>
    <blockquote>
    <p>quote</p>
    </blockquote>
    <ol>
    <li>a</li>
    <li>b
    <ul>
    <li>c</li>
    </ul>
    </li>
    </ol>
    <hr>
    <pre tabindex="0"><code>code
    </code></pre>"
  `);
});

test('strikethrough, autolinks and task lists are what GitHub makes of them', () => {
  expect(html('~~old~~ https://example.org/ me@example.org\n\n- [x] done\n- [ ] open\n')).toMatchInlineSnapshot(`
    "<p><del>old</del> <a href="https://example.org/" rel="external noopener">https://example.org/</a> <a href="mailto:me@example.org">me@example.org</a></p>
    <ul class="contains-task-list">
    <li class="task-list-item"><input type="checkbox" checked disabled aria-label="Done"> done</li>
    <li class="task-list-item"><input type="checkbox" disabled aria-label="To do"> open</li>
    </ul>"
  `);
});

test('a task says whether it is done to those who can’t see its box', () => {
  const boxes = elementsOf(html('- [x] done\n- [ ] open\n')).filter(({ tagName }) => tagName === 'input');
  expect(boxes.map(({ properties }) => [properties['ariaLabel'], properties['disabled']])).toEqual([
    ['Done', true],
    ['To do', true],
  ]);
});

test('a table keeps its alignment, and scrolls by keyboard where it is too wide', () => {
  expect(html('| a | b | c |\n| :- | :-: | -: |\n| 1 | 2 | 3 |\n')).toMatchInlineSnapshot(`
    "<div class="scroll" role="group" aria-label="Table" tabindex="0"><table>
    <thead>
    <tr>
    <th class="align-left">a</th>
    <th class="align-center">b</th>
    <th class="align-right">c</th>
    </tr>
    </thead>
    <tbody>
    <tr>
    <td class="align-left">1</td>
    <td class="align-center">2</td>
    <td class="align-right">3</td>
    </tr>
    </tbody>
    </table></div>"
  `);
});

test('a footnote and its mark lead to each other', () => {
  const made = html('A fact.[^1]\n\n[^1]: The source.\n');
  expect(made).toMatchInlineSnapshot(`
    "<p>A fact.<sup><a href="#note-fn-1" id="note-fnref-1" data-footnote-ref="" aria-describedby="footnote-label">1</a></sup></p>
    <section data-footnotes="" class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2>
    <ol>
    <li id="note-fn-1">
    <p>The source. <a href="#note-fnref-1" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref">↩</a></p>
    </li>
    </ol>
    </section>"
  `);
  const elements = elementsOf(made);
  const ids = elements.flatMap(({ properties }) => properties['id'] ?? []);
  const targets = elements.flatMap(({ properties }) =>
    properties['href'] ? [String(properties['href']).slice(1)] : [],
  );
  expect(targets).toHaveLength(2);
  for (const target of targets) expect(ids).toContain(target);
});

test('code is highlighted when its language is named, and left alone when it is not', () => {
  expect(html('```js\nconst a = "b"; // c\n```\n')).toMatchInlineSnapshot(`
    "<pre tabindex="0"><code class="hljs language-js"><span class="hljs-keyword">const</span> a = <span class="hljs-string">"b"</span>; <span class="hljs-comment">// c</span>
    </code></pre>"
  `);
  expect(html('```\nconst a = "<b>";\n```\n')).toMatchInlineSnapshot(`
    "<pre tabindex="0"><code>const a = "&#x3C;b>";
    </code></pre>"
  `);
  expect(html('```no-such-language\na\n```\n')).toContain('>a\n</code>');
});

test('code that scrolls can be reached by keyboard', () => {
  expect(html('    code\n')).toContain('<pre tabindex="0">');
});

test('scripts, handlers, frames, forms and styles of an author never reach the reader', () => {
  expect(
    html(
      [
        '<script>alert(1)</script>',
        '<img src="x.png" onerror="alert(1)">',
        '<iframe src="https://example.org"></iframe>',
        '<style>body { display: none }</style>',
        '<p style="position:fixed;inset:0" onclick="x()">text</p>',
        '<form action="https://example.org"><input name="password"><button>Go</button></form>',
        '<svg onload="alert(1)"><script>alert(1)</script></svg>',
        '<math><mtext><script>alert(1)</script></mtext></math>',
        '<object data="x"></object><embed src="x"><base href="https://example.org/"><meta http-equiv="refresh" content="0">',
      ].join('\n\n'),
    ),
  ).toMatchInlineSnapshot(`
    "
    <img src="x.png" alt="" loading="lazy" decoding="async">


    <p>text</p>
    <input disabled type="checkbox" aria-label="To do">Go
    <p></p>
    <p></p>
    <p></p>"
  `);
});

test('an address that could run a script is no address', () => {
  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'javascript&colon;alert(1)',
    '&#106;avascript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
  ]) {
    for (const body of [
      `[x](<${address.replaceAll('\n', '')}>)`,
      `<a href="${address}">x</a>`,
      `[x]: <${address}>\n\n[x]`,
    ]) {
      for (const { tagName, properties } of elementsOf(html(body))) {
        if (tagName === 'a') expect(properties['href'] ?? '').not.toMatch(/script|data/i);
      }
    }
  }
});

test('the elements that articles use are kept', () => {
  const body =
    '<figure><img src="/img/a.png" alt="A"><figcaption>B</figcaption></figure>\n\n<details><summary>More</summary>\n\n**bold**\n\n</details>\n\nH<sub>2</sub>O <kbd>Ctrl</kbd> <abbr title="Long">L</abbr> <mark>m</mark> <time datetime="2026-01-01">then</time>\n';
  expect(html(body)).toMatchInlineSnapshot(`
    "<figure><img src="/img/a.png" alt="A" loading="lazy" decoding="async" width="40" height="30"><figcaption>B</figcaption></figure>
    <details><summary>More</summary>
    <p><strong>bold</strong></p>
    </details>
    <p>H<sub>2</sub>O <kbd>Ctrl</kbd> <abbr title="Long">L</abbr> <mark>m</mark> <time datetime="2026-01-01">then</time></p>"
  `);
});

test('Markdown in a div without blank lines is Markdown all the same', () => {
  expect(html('<div class="note">\n**Bold** and [a link](https://example.org)\n</div>\n')).toMatchInlineSnapshot(`
    "<div class="note">
    <p><strong>Bold</strong> and <a href="https://example.org" rel="external noopener">a link</a></p>
    </div>"
  `);
  expect(html('<div align="center">\n**Bold**\n\nNext\n\n</div>\n\nAfter\n')).toMatchInlineSnapshot(`
    "<div>
    <p><strong>Bold</strong></p>
    <p>Next</p>
    </div>
    <p>After</p>"
  `);
});

test('a div that holds HTML is left as it was written', () => {
  expect(html('<div>\n<b>*stars*</b>\n</div>\n')).toBe('<div>\n<b>*stars*</b>\n</div>');
});

test('a heading has an id made of its words, and two of the same words have two', () => {
  expect(html('## The Three Keys!\n\n## The Three Keys!\n\n## 오픈 인프라\n')).toMatchInlineSnapshot(`
    "<h2 id="the-three-keys">The Three Keys!</h2>
    <h2 id="the-three-keys-1">The Three Keys!</h2>
    <h2 id="오픈-인프라">오픈 인프라</h2>"
  `);
});

test('a heading ends with a link to itself on a page, and has none in a feed', () => {
  expect(html('## One\n', { headingLinks: true })).toMatchInlineSnapshot(
    `"<div class="heading"><h2 id="one">One</h2><a href="#one" class="anchor" aria-label="# One">#</a></div>"`,
  );
  expect(html('## One\n')).not.toContain('<a');
});

test('a body with a title of its own gets no second h1: all its headings go one level down', () => {
  const levels = (body: string) =>
    elementsOf(html(body)).flatMap(({ tagName }) => (/^h\d/.test(tagName) ? tagName : []));
  expect(levels('# One\n\n## Two\n\n###### Six\n')).toEqual(['h2', 'h3', 'h6']);
  expect(levels('## Two\n\n### Three\n')).toEqual(['h2', 'h3']);
  expect(levels('Title\n=====\n\n<h2>Two</h2>\n')).toEqual(['h2', 'h3']);
  expect(levels('<h1>One</h1>\n\nA fact.[^1]\n\n[^1]: Source.\n')).toEqual(['h2', 'h2']);
});

test('a link to another site says so, and one within the site does not', () => {
  expect(html('[out](https://example.org/) [in](/blog/)')).toMatchInlineSnapshot(
    `"<p><a href="https://example.org/" rel="external noopener">out</a> <a href="/blog/">in</a></p>"`,
  );
});

test('a link gets the address that the site gives it', () => {
  expect(
    html('[a](b.md) [c]\n\n[c]: d.md\n', { link: (target) => ({ href: `/site/${target}`, external: false }) }),
  ).toBe('<p><a href="/site/b.md">a</a> <a href="/site/d.md">c</a></p>');
});

test('a picture knows its size, waits until it is near, and its title is its caption', () => {
  expect(html('![Alt](/img/a.png "A caption")\n')).toMatchInlineSnapshot(
    `"<figure><img src="/img/a.png" alt="Alt" loading="lazy" decoding="async" width="40" height="30"><figcaption>A caption</figcaption></figure>"`,
  );
  expect(html('![Alt](/img/a.png "Alt")\n')).not.toContain('figcaption');
  expect(html('Text ![](/img/b.png) text\n')).toMatchInlineSnapshot(
    `"<p>Text <img src="/img/b.png" alt="" loading="lazy" decoding="async"> text</p>"`,
  );
});

test('a picture that is a link is a figure too', () => {
  expect(html('[![Alt](/img/a.png)](https://example.org/)\n')).toMatchInlineSnapshot(
    `"<figure><a href="https://example.org/" rel="external noopener"><img src="/img/a.png" alt="Alt" loading="lazy" decoding="async" width="40" height="30"></a></figure>"`,
  );
});

test('a size that the author gave is kept', () => {
  expect(html('<img src="/img/a.png" alt="A" width="20">\n')).toContain('width="20"');
  expect(html('<img src="/img/a.png" alt="A" width="20">\n')).not.toContain('height');
});

test('the same body gives the same HTML, whatever was rendered before', () => {
  const body = '# A\n\n## B\n\nA fact.[^1]\n\n```js\nx\n```\n\n[^1]: Source.\n';
  const first = html(body);
  html('# Other\n\n## B\n');
  expect(html(body)).toBe(first);
});

test('the excerpt is the text of the first paragraphs, without markup, code, headings and footnote marks', () => {
  const { excerpt } = render(
    '# Title\n\n![Picture](/img/a.png)\n\nOne **two** [three](https://example.org "x")[^1] `four` &amp; <b>five</b>.\n\n```js\nsix()\n```\n\n- seven\n\nEight  \nnine.\n\n[^1]: Ten.\n',
  );
  expect(excerpt).toBe('One two three four & five. Eight nine.');
});

test('an excerpt is cut between words, with an ellipsis', () => {
  const { excerpt } = render('word '.repeat(100));
  expect(excerpt.length).toBeLessThanOrEqual(201);
  expect(excerpt).toMatch(/ word…$/);
  expect(render('Short.').excerpt).toBe('Short.');
});

test('an excerpt without spaces, as in Chinese, is cut between characters and never within one', () => {
  const { excerpt } = render('开放基础设施𠮷'.repeat(60));
  expect([...excerpt].length).toBe(201);
  expect(excerpt).not.toMatch(/\p{Surrogate}/u);
  expect(render('😀'.repeat(300)).excerpt).not.toMatch(/\p{Surrogate}/u);
});

test('an excerpt in Korean or Arabic is that language’s words', () => {
  expect(render('오픈 **인프라** 재단은 커뮤니티를 지원합니다.').excerpt).toBe(
    '오픈 인프라 재단은 커뮤니티를 지원합니다.',
  );
  expect(render('البنية التحتية [المفتوحة](/blog/)').excerpt).toBe('البنية التحتية المفتوحة');
});

test('reading time counts words and not code, markup or addresses', () => {
  const words = 'word '.repeat(690);
  expect(render(words).minutes).toBe(3);
  expect(render(`${words}\n\n\`\`\`\n${'code '.repeat(5000)}\n\`\`\`\n`).minutes).toBe(3);
  expect(render('[word](https://example.org/a/b/c/d/e/f) '.repeat(690)).minutes).toBe(3);
  expect(render('| a | b |\n| - | - |\n'.concat('| word | word |\n'.repeat(345))).minutes).toBe(3);
});

test('reading time is sound for languages with other words', () => {
  expect(render('단어 '.repeat(690)).minutes).toBe(3);
  expect(render('كلمة '.repeat(690)).minutes).toBe(3);
  // Two ideographs count as a word: 1,380 of them are 690 words.
  expect(render('字'.repeat(1380)).minutes).toBe(3);
});

test('a body of nothing, or of code alone, takes a minute and has no excerpt', () => {
  for (const body of ['', '\n \n', '```\ncode\n```\n', '<!-- note -->', '![](/img/a.png)']) {
    expect(render(body)).toMatchObject({ excerpt: '', minutes: 1 });
  }
  expect(html('')).toBe('');
});

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '<script>',
          '</script>',
          '<script src=//x>',
          '<img src=x onerror=alert(1)>',
          '<svg/onload=x>',
          '<a href="',
          '">',
        ],
        ...[
          '[x](javascript:alert(1))',
          '[x]( javascript:alert(1))',
          '<a href="javascript:alert(1)">',
          '<area href=javascript:x>',
          '<blockquote cite="javascript:x">',
          '<img src="javascript:x">',
          'javascript:',
          'JAVASCRIPT:',
          'java\tscript:',
          '&#x6A;avascript:',
          'javascript&colon;',
          ' onclick=x ',
          " onfocus='x' autofocus ",
        ],
        ...[
          '[x](',
          ')',
          '![x](',
          '<',
          '>',
          '<!--',
          '-->',
          '<![CDATA[',
          ']]>',
          '<math>',
          '<mtext>',
          '<table>',
          '<style>',
          '</style>',
        ],
        ...[
          '<noscript>',
          '<template>',
          '<textarea>',
          '<title>',
          '<xmp>',
          '<plaintext>',
          '<div>',
          '</div>',
          '\n\n',
          '\n',
          '`',
          '```',
          '| a |\n| - |\n',
        ],
        ...[
          '[^1]',
          '[^1]: ',
          '# ',
          '- [x] ',
          '> ',
          '    ',
          '"',
          "'",
          '=',
          '\u0000',
          '\uD800',
          '&',
          '&lt;script&gt;',
          '\\',
          'www.x.org',
          'https://',
        ],
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

test('no body makes a script, a handler or an address that runs, and none makes rendering throw', () => {
  fc.assert(
    fc.property(hostile, fc.boolean(), (body, headingLinks) => {
      const { html: made, minutes } = render(body, { headingLinks });
      expect(minutes).toBeGreaterThanOrEqual(1);
      for (const { tagName, properties } of elementsOf(made)) {
        expect(tagName).not.toMatch(/^(script|style|iframe|object|embed|base|meta|link|form|svg|math|template)$/);
        for (const [name, value] of Object.entries(properties)) {
          expect(name).not.toMatch(/^on/i);
          if (/^(href|src|action|formAction|xlinkHref|cite|longDesc)$/.test(name)) {
            // Browsers drop control characters and space from the beginning of an address.
            // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is dropped
            expect(String(value).replace(/[\u0000-\u0020]/g, '')).not.toMatch(/^(javascript|vbscript|data:text)/i);
          }
          expect(name).not.toBe('style');
        }
      }
    }),
    { numRuns: 1500 },
  );
});

test('quotes and lists nested thousands deep are rendered or refused in words, and end', () => {
  expect(typeof html('> '.repeat(500).concat('text'))).toBe('string');
  expect(typeof html('*a '.repeat(2000))).toBe('string');
  expect(typeof html('['.repeat(2000))).toBe('string');
});

test('nothing in a text has a name by which scripts would find it in place of what they ask for', () => {
  const names = ['querySelector', 'querySelectorAll', 'createElement', 'body', 'cookie', 'head', 'location', 'forms'];
  for (const name of names) {
    for (const { properties } of elementsOf(
      html(
        `<img name="${name}" src="/img/a.png"><a name='${name}'>a</a> <p NAME=${name}>b</p><input type="checkbox" name="${name}"><form name="${name}"><object id="${name}"></object></form>\n`,
      ),
    )) {
      expect(properties).not.toHaveProperty('name');
    }
  }
});

test('the anchors of published texts go on working, those that were written as names too; an id of the site itself goes', () => {
  const body = '## Setup\n\n<a name="old-anchor"></a><h3 id="Upper">c</h3><div id="Main">d</div><a name="Main">e</a>\n';
  expect(elementsOf(html(body)).flatMap(({ properties }) => properties['id'] ?? [])).toEqual([
    'setup',
    'old-anchor',
    'Upper',
  ]);
});

test.each(['script', 'style', 'title', 'iframe'])('of <%s>, nothing is shown, not even its text', (name) => {
  for (const text of [`<${name}>inside</${name}>`, `Before <${name} src="x">inside</${name}> after.`]) {
    expect(html(text)).not.toContain('inside');
  }
  expect(html(`Before <${name}>inside</${name}> after.`)).toMatch(/Before.*after\./);
});

test.each(['font', 'blink', 'object'])('of <%s>, the text stays', (name) => {
  expect(html(`Before <${name}>inside</${name}> after.`)).toBe('<p>Before inside after.</p>');
});
