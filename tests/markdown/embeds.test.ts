import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { embedOf, playerOf } from '../../src/markdown/embeds';
import type { BlogPostMain } from '../../src/site/pages/props';
import { pageAt, post, siteOf } from '../project';

const youtube = 'https://www.youtube-nocookie.com/embed/abc_EFG-1jk?autoplay=1';
const vimeo = 'https://player.vimeo.com/video/123456789?autoplay=1&dnt=1';

test.each([
  'https://www.youtube.com/watch?v=abc_EFG-1jk',
  'https://youtube.com/watch?v=abc_EFG-1jk',
  'https://m.youtube.com/watch?v=abc_EFG-1jk&feature=share',
  'http://www.youtube.com/watch?v=abc_EFG-1jk',
  'https://www.youtube.com/watch?feature=share&v=abc_EFG-1jk&t=30s',
  'https://www.youtube.com/watch?app=desktop&list=PL1&v=abc_EFG-1jk#comments',
  'https://www.youtube.com/embed/abc_EFG-1jk',
  'https://www.youtube-nocookie.com/embed/abc_EFG-1jk?rel=0',
  'https://www.youtube.com/live/abc_EFG-1jk?si=x',
  'https://www.youtube.com/shorts/abc_EFG-1jk',
  'https://youtu.be/abc_EFG-1jk',
  'https://youtu.be/abc_EFG-1jk?si=xyz',
])('%s is a video of YouTube, shown by the player that sets no cookie before it plays', (href) => {
  expect(playerOf(href)).toBe(youtube);
});

test.each([
  'https://vimeo.com/123456789',
  'https://www.vimeo.com/123456789',
  'http://vimeo.com/123456789',
  'https://vimeo.com/123456789?share=copy',
  'https://vimeo.com/123456789#t=30s',
  'https://player.vimeo.com/video/123456789',
  'https://player.vimeo.com/video/123456789?h=abc',
])('%s is a video of Vimeo, shown by the player that is asked not to track', (href) => {
  expect(playerOf(href)).toBe(vimeo);
});

test.each([
  'https://www.youtube.com/',
  'https://www.youtube.com/@OpenInfraFoundation',
  'https://www.youtube.com/playlist?list=PLKqaoAnDyfgqDWsZK1cb6oDFgSyt9QXmp',
  'https://www.youtube.com/watch?v=short',
  'https://www.youtube.com/watch#?v=abc_EFG-1jk',
  'https://www.youtube.com/results?search_query=v=abc_EFG-1jk',
  'https://youtube.com.example.org/watch?v=abc_EFG-1jk',
  'https://example.org/https://youtu.be/abc_EFG-1jk',
  'https://notyoutube.com/watch?v=abc_EFG-1jk',
  'https://user@example.org/youtu.be/abc_EFG-1jk',
  'ftp://youtu.be/abc_EFG-1jk',
  'javascript:alert("https://youtu.be/abc_EFG-1jk")',
  '//youtu.be/abc_EFG-1jk',
  'youtu.be/abc_EFG-1jk',
  'https://vimeo.com/',
  'https://example.org/https://vimeo.com/123456789',
  'https://example.org/?to=https://vimeo.com/123456789',
  'https://vimeo.com/blog/post/12345',
  'https://vimeo.com/user123456789',
  'https://vimeo.com.example.org/123456789',
  'https://example.org/video.mp4',
  '',
])('%s is no video that can be shown', (href) => {
  expect(playerOf(href)).toBeUndefined();
});

test('whatever is asked for, what would be loaded is a player of YouTube or Vimeo, over https', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        'https://',
        'http://',
        'www.',
        'youtube.com',
        'youtu.be',
        'vimeo.com',
        'player.',
        '/watch?v=',
        '/embed/',
        '/video/',
      ],
      ...[
        'abc_EFG-1jk',
        '123456',
        '@',
        '"',
        "'",
        '<script>',
        ' ',
        '\n',
        '\u0000',
        '?',
        '#',
        '&',
        '/',
        '\\',
        '%2F',
        '..',
      ],
    ),
    fc.string({ maxLength: 4 }),
    fc.webUrl(),
  );
  const player =
    /^https:\/\/(?:www\.youtube-nocookie\.com\/embed\/[\w-]{11}\?autoplay=1|player\.vimeo\.com\/video\/\d+\?autoplay=1&dnt=1)$/;
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
      (text) => {
        for (const href of [
          text,
          `https://youtu.be/${text}`,
          `https://www.youtube.com/watch?v=abc_EFG-1jk${text}`,
          `https://vimeo.com/1${text}`,
        ]) {
          const src = playerOf(href);
          if (src === undefined) continue;
          found++;
          expect(src).toMatch(player);
          expect(['www.youtube-nocookie.com', 'player.vimeo.com']).toContain(new URL(src).hostname);
        }
      },
    ),
    { numRuns: 2000 },
  );
  expect(found).toBeGreaterThan(1000);
});

test('a form is embedded as it is, over https alone', () => {
  expect(embedOf('form', 'F', 'https://forms.example.org/1')).toEqual({
    kind: 'form',
    title: 'F',
    src: 'https://forms.example.org/1',
    href: 'https://forms.example.org/1',
    host: 'forms.example.org',
  });
  for (const href of [
    'http://forms.example.org/1',
    '/forms/1',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://',
  ]) {
    expect([href, embedOf('form', 'F', href)]).toEqual([href, undefined]);
  }
});

describe('in Markdown', () => {
  const html = (body: string) =>
    pageAt<BlogPostMain>(siteOf({ 'content/blog/a.md': post({}, body) }), '/blog/a/').made.main.html;
  const still = 'data-embed=';

  test('the address of a video alone on its line becomes a still, which says who will be asked for it', () => {
    expect(html('Before.\n\nhttps://www.youtube.com/watch?v=abc_EFG-1jk&t=30\n\nAfter.\n')).toMatchInlineSnapshot(`
      "<p>Before.</p>
      <div class="embed" data-embed="https://www.youtube-nocookie.com/embed/abc_EFG-1jk?autoplay=1" data-kind="video"><a href="https://www.youtube.com/watch?v=abc_EFG-1jk&#x26;t=30" rel="external noopener">Video on youtube.com</a><p>Loads from www.youtube-nocookie.com</p></div>
      <p>After.</p>"
    `);
    expect(html('https://vimeo.com/123456789\n')).toMatchInlineSnapshot(
      `"<div class="embed" data-embed="https://player.vimeo.com/video/123456789?autoplay=1&#x26;dnt=1" data-kind="video"><a href="https://vimeo.com/123456789" rel="external noopener">Video on vimeo.com</a><p>Loads from player.vimeo.com</p></div>"`,
    );
  });

  test.each([
    ['between angle brackets', '<https://youtu.be/abc_EFG-1jk>\n'],
    ['in a quote', '> https://youtu.be/abc_EFG-1jk\n'],
    ['with space around it', '   https://youtu.be/abc_EFG-1jk   \n'],
  ])('it may stand %s', (_, body) => {
    expect(html(body)).toContain(still);
  });

  test.each([
    ['with words of its own', '[Our talk](https://youtu.be/abc_EFG-1jk)\n'],
    ['within a sentence', 'See https://youtu.be/abc_EFG-1jk for the talk.\n'],
    ['at the end of a sentence', 'See https://youtu.be/abc_EFG-1jk\n'],
    ['beside another', 'https://youtu.be/abc_EFG-1jk https://youtu.be/abc_EFG-1jk\n'],
    ['in a list', '- https://youtu.be/abc_EFG-1jk\n'],
    ['in a heading', '## https://youtu.be/abc_EFG-1jk\n'],
    ['in a table', '| a |\n| - |\n| https://youtu.be/abc_EFG-1jk |\n'],
    ['that is a picture', '[![Talk](/img/card.png)](https://youtu.be/abc_EFG-1jk)\n'],
    ['that is no video', 'https://example.org/talk\n'],
    ['that is a channel', 'https://www.youtube.com/@OpenInfraFoundation\n'],
  ])('a link %s stays a link', (_, body) => {
    const made = html(body);
    expect(made).not.toContain(still);
    expect(made).toContain('<a href="https://');
  });

  test('an address in code stays code', () => {
    expect(html('`https://youtu.be/abc_EFG-1jk`\n\n    https://youtu.be/abc_EFG-1jk\n')).not.toMatch(/data-embed|<a /);
  });

  test('no author can write a still of something else by hand, nor a frame', () => {
    const made = html(
      '<div class="embed" data-embed="https://evil.example/" data-kind="video"><a href="https://evil.example/">x</a></div>\n\n<iframe src="https://evil.example/"></iframe>\n',
    );
    expect(made).not.toMatch(/data-embed|dataembed|<iframe/i);
  });
});
