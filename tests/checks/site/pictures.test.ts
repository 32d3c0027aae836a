import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { brief, checkReport, landing, pixel, post, project } from '../../project';
import { fixedSite, textFixedBy } from '../fixed';

const described = { 'content/settings/checks.yml': brief.replace('undescribed-picture: "off"\n', '') };
const told = (body: string, changes: object = {}) =>
  checkReport({ ...described, 'content/blog/a.md': post(changes, body) });

test('a picture that nobody describes is reported, in texts, fields and sections', () => {
  expect(
    told('![](/img/card.png) <img src="/img/card.png">\n\n![][a]\n\n[a]: /img/card.png\n', { image: '/img/card.png' }),
  ).toMatchInlineSnapshot(`
    "content/blog/a.md:7:8  warning  “Picture description” is missing  → write imageAlt: and what the picture shows, or imageAlt: "" for mere decoration  [undescribed-picture]
    content/blog/a.md:9:1  warning  No words say what the picture shows  → write them between the brackets: ![…]  [undescribed-picture]
    content/blog/a.md:9:20  warning  No words say what the picture shows  → write alt="…" and what it shows, or alt="" for mere decoration  [undescribed-picture]
    content/blog/a.md:11:1  warning  No words say what the picture shows  → write them between the brackets: ![…]  [undescribed-picture]

    4 warnings in 1 file"
  `);
  expect(
    checkReport({
      ...described,
      'content/pages/p.md': landing([{ type: 'quote', text: 'a', name: 'b', image: '/img/card.png' }]),
    }),
  ).toMatchInlineSnapshot(`
    "content/pages/p.md:4:56  warning  “Picture description” is missing  → write imageAlt: and what the picture shows, or imageAlt: "" for mere decoration  [undescribed-picture]

    1 warning in 1 file"
  `);
});

test('a picture that is mere decoration may say so', () => {
  expect(told('<img src="/img/card.png" alt="">\n', { image: '/img/card.png', imageAlt: '' })).toBe('');
});

test('a picture without an address goes, unless it has words that an author may want to keep', () => {
  const body = 'a\n\n![]()\n\nb ![]() c ![d]()\n';
  expect(told(body)).toMatchInlineSnapshot(`
    "content/blog/a.md:10:3  error  A picture has no address  → write one, or remove the picture  [empty-picture]
    content/blog/a.md:12:5  error  A picture has no address  → write one, or remove the picture  [empty-picture]
    content/blog/a.md:12:14  error  A picture has no address  → write one, or remove the picture  [empty-picture]

    3 errors in 1 file"
  `);
  const root = project({ 'content/blog/a.md': post({}, body) });
  expect(textFixedBy(root, 'content/blog/a.md')).toBe(post({}, 'a\n\n\nb  c ![d]()\n'));
});

test('a picture that is larger than any page shows it is reported, by its sides or its weight', async () => {
  const large = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
  expect(
    checkReport({
      'static/img/wide.png': await large(2561, 1),
      'static/img/high.png': await large(1, 3000),
      'static/img/heavy.svg': `<svg>${' '.repeat(999_990)}</svg>`,
      'static/img/fine.png': await large(2560, 2560),
    }),
  ).toMatchInlineSnapshot(`
    "static/img/heavy.svg:1:1  warning  The picture has 1.0 MB  → save it with 1 MB or less  [oversized-picture]
    static/img/high.png:1:1  warning  The picture is 3000 pixels from side to side  → save it with 2560 pixels or fewer  [oversized-picture]
    static/img/wide.png:1:1  warning  The picture is 2561 pixels from side to side  → save it with 2560 pixels or fewer  [oversized-picture]

    3 warnings in 3 files"
  `);
});

describe('a picture in the text itself', () => {
  const base64 = pixel.toString('base64');

  test('becomes a file of its own, and never takes the place of another', () => {
    const root = project({
      'content/blog/2026/a.md': post(
        {},
        `![b](data:image/png;base64,${base64})\n\n![c][d]\n\n[d]: data:image/png;base64,${base64}\n`,
      ),
      'static/img/2026-a-1.png': 'other',
    });
    const { draft, read } = fixedSite(root);
    expect([...draft.keys()]).toEqual(['static/img/2026-a-2.png', 'static/img/2026-a-3.png', 'content/blog/2026/a.md']);
    expect(draft.get('static/img/2026-a-2.png')).toEqual(pixel);
    expect(Buffer.from(read('content/blog/2026/a.md') ?? []).toString()).toBe(
      post({}, '![b](/img/2026-a-2.png)\n\n![c][d]\n\n[d]: /img/2026-a-3.png\n'),
    );
  });

  test('stays where it is damaged, no picture, or could hold a program', () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>').toString('base64');
    const body = `![a](data:image/png;base64,AAAA)\n\n![b](data:image/svg+xml;base64,${svg})\n\n![c](data:image/png,x)\n`;
    const root = project({ 'content/blog/a.md': post({}, body) });
    expect(fixedSite(root).draft.size).toBe(0);
    expect(checkReport({ 'content/blog/a.md': post({}, body) })).toMatchInlineSnapshot(`
      "content/blog/a.md:8:6  warning  A picture of 1 kB stands in the text itself  → put it into static/img/, and write its path  [embedded-picture]
      content/blog/a.md:10:6  warning  A picture of 1 kB stands in the text itself  → put it into static/img/, and write its path  [embedded-picture]
      content/blog/a.md:12:6  warning  A picture of 1 kB stands in the text itself  → put it into static/img/, and write its path  [embedded-picture]

      3 warnings in 1 file"
    `);
  });
});

describe('names of files', () => {
  const files = {
    'static/img/My Photo (1).PNG': pixel,
    'static/img/q\u202Fam.png': pixel,
    'static/img/x & y.png': pixel,
    'static/img/x-y.png': pixel,
  };

  test('that don’t survive in an address are reported', () => {
    expect(checkReport(files)).toMatchInlineSnapshot(`
      "static/img/My Photo (1).PNG:1:1  warning  The name of the file holds a space and “(” and “)”  → name it My-Photo-1.png  [unsafe-file-name]
      static/img/q am.png:1:1  warning  The name of the file holds a space  → name it q-am.png  [unsafe-file-name]
      static/img/x & y.png:1:1  warning  The name of the file holds a space and “&”  → name it x-y-2.png  [unsafe-file-name]

      3 warnings in 3 files"
    `);
    expect(checkReport({ 'static/img/오픈_2.0-é@2x.png': pixel, 'static/a.b~c.svg': '<svg/>' })).toBe('');
  });

  test('become safe, and so does everything that leads to them, however it is written', () => {
    const body = [
      '![a](/img/My%20Photo%20(1).PNG) [b](</img/My Photo (1).PNG>) ![c](../../static/img/My%20Photo%20%281%29.PNG)',
      '![d](/img/q%e2%80%afam.png) <img src="/img/x &amp; y.png" alt="e"> https://openinfra.dev/img/My%20Photo%20(1).PNG',
      'https://example.org/img/My%20Photo%20(1).PNG /img/not/My%20Photo%20(1).PNG ![f](/img/x-y.png)',
      '![g](/img/x&#32;%26%20%79.png) ![h](<../static/img/x&#x20;\\& y.png>)',
    ].join('\n');
    const root = project({
      ...files,
      'content/blog/a.md': post({ image: '/img/q\u202Fam.png', imageAlt: 'q' }, body),
      'content/blog/broken.md': '---\ntitel: x\n---\n![g](/img/x%20%26%20y.png)\n',
    });
    const { draft } = fixedSite(root);
    const texts = ['content/blog/a.md', 'content/blog/broken.md'].map((file) =>
      Buffer.from(draft.get(file) ?? []).toString(),
    );
    expect(texts.join('')).toMatchInlineSnapshot(`
      "---
      title: "A post"
      author: "Editorial"
      date: "2026-01-02T00:00:00.000Z"
      category: [{"label":"News"}]
      seo: {"description":"What it says."}
      image: "/img/q-am.png"
      imageAlt: "q"
      ---
      ![a](/img/My-Photo-1.png) [b](</img/My-Photo-1.png>) ![c](../../static/img/My-Photo-1.png)
      ![d](/img/q-am.png) <img src="/img/x-y-2.png" alt="e"> https://openinfra.dev/img/My-Photo-1.png
      https://example.org/img/My%20Photo%20(1).PNG /img/not/My%20Photo%20(1).PNG ![f](/img/x-y.png)
      ![g](/img/x-y-2.png) ![h](<../static/img/x-y-2.png>)---
      titel: x
      ---
      ![g](/img/x-y-2.png)
      "
    `);
    expect(
      [...draft].filter(([file]) => file.startsWith('static')).map(([file, bytes]) => [file, bytes?.length]),
    ).toMatchInlineSnapshot(`
      [
        [
          "static/img/My-Photo-1.png",
          70,
        ],
        [
          "static/img/My Photo (1).PNG",
          undefined,
        ],
        [
          "static/img/q-am.png",
          70,
        ],
        [
          "static/img/q am.png",
          undefined,
        ],
        [
          "static/img/x-y-2.png",
          70,
        ],
        [
          "static/img/x & y.png",
          undefined,
        ],
      ]
    `);
    expect(readFileSync(`${root}/static/img/My Photo (1).PNG`)).toEqual(pixel);
  });
});

test('files that nothing leads to are told together; those at the top, and in folders with pages, are not', () => {
  expect(
    checkReport({
      'content/settings/checks.yml': brief.replace('unused-file: "off"\n', ''),
      'content/blog/a.md': post({}, '![a](/img/a%20b.png)\n'),
      'static/img/a b.png': pixel,
      'static/img/unused.png': pixel,
      'static/files/unused.pdf': 'x',
      'static/proof.txt': 'x',
      'static/demo/index.html': 'x',
      'static/demo/demo.png': pixel,
    }).replace(/.*unsafe-file-name.*\n/, ''),
  ).toMatchInlineSnapshot(`
    "static/files/unused.pdf:1:1  warning  Nothing shows 2 files, and no link leads to them: unused.pdf, unused.png  → delete them  [unused-file]

    2 warnings in 2 files"
  `);
});

describe('a picture of another site', () => {
  const forms = [
    '![a](https://tracker.example/a.png)',
    '![a](//tracker.example/a.png)',
    '![a](<https://tracker.example/a.png> "b")',
    '![a](&#104;ttps://tracker.example/a.png)',
    '![a [b](/blog/) c](http://tracker.example/a.png)',
    '![a][b]\n\n[b]: https://tracker.example/a.png',
    '![b]\n\n[b]: //tracker.example/a.png',
    '<img alt="a" src="https://tracker.example/a.png">',
    '<img alt="<!--" src="&#x68;ttps://tracker.example/a.png">',
    '<p><image alt=a src=//tracker.example/a.png></p>',
  ];

  test.each(forms)('is reported, for its host learns of every reader: %s', (form) => {
    expect(told(`${form}\n`)).toContain('The picture is loaded from tracker.example');
  });

  test('is told in fields, and is a choice in settings and at its place', () => {
    const image = 'https://tracker.example/a.png';
    expect(told('Text.\n', { image, imageAlt: 'a' })).toMatchInlineSnapshot(`
      "content/blog/a.md:7:8  error  The picture is loaded from tracker.example, which so learns of every reader  → put it into static/img/, and write its path  [remote-picture]

      1 error in 1 file"
    `);
    const files = { 'content/blog/a.md': post({ image }, `${forms[0]}\n`) };
    expect(checkReport({ ...files, 'content/settings/checks.yml': `${brief}remote-picture: "off"\n` })).toBe('');
    const comment = '<!-- check: allow remote-picture, because it is a live badge -->\n';
    expect(told(`${comment}${forms[0]}\n`)).toBe('');
  });

  test('is one on no host of the site', () => {
    expect(told('![a](https://openinfra.org/img/card.png) ![b](https://openinfra.dev/img/card.png)\n')).not.toContain(
      'remote-picture',
    );
  });
});

describe('a file that is named as a picture', () => {
  const drawn = sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } });
  const whole = async (): Promise<Record<string, Buffer>> => ({
    'a.png': await drawn.clone().png().toBuffer(),
    'a.jpg': await drawn.clone().jpeg().toBuffer(),
    'progressive.jpg': await drawn.clone().jpeg({ progressive: true }).toBuffer(),
    'a.gif': await drawn.clone().gif().toBuffer(),
    'a.webp': await drawn.clone().webp().toBuffer(),
    'a.avif': await drawn.clone().avif().toBuffer(),
    'a.svg': Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>\n'),
  });
  const broken = (files: Record<string, Buffer>) =>
    checkReport(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`static/img/${name}`, bytes])))
      .split('\n')
      .filter((line) => line.includes('[broken-picture]'));

  test('and is whole is no problem, whatever its ending', async () => {
    const files = await whole();
    expect(broken({ ...files, 'jpeg.png': files['a.jpg'] ?? pixel })).toEqual([]);
  });

  test('and is empty, cut short or something else is an error that nobody can ease', async () => {
    for (const [name, bytes] of Object.entries(await whole())) {
      for (const part of [0, 0.3, 0.6, 0.95]) {
        const cut = bytes.subarray(0, Math.floor(bytes.length * part));
        expect([name, part, broken({ [name]: cut }).length]).toEqual([name, part, 1]);
      }
      for (const other of ['<!DOCTYPE html><html><svg></svg></html>', '404', '{"message":"Not Found"}', '%PDF-1.7'])
        expect(broken({ [name]: Buffer.from(other) })).toHaveLength(1);
    }
    expect(
      checkReport({
        'content/settings/checks.yml': `${brief}broken-picture: "off"\n`,
        'static/img/empty.png': Buffer.alloc(0),
        'static/img/page.png': Buffer.from('<!doctype html><p>Not found'),
        'static/img/short.png': pixel.subarray(0, -1),
      }),
    ).toMatchInlineSnapshot(`
      "static/img/empty.png:1:1  error  The picture is empty: its file has 0 bytes  → save it again, and put it in the place of this file  [broken-picture]
      static/img/page.png:1:1  error  The picture is none: the file holds something else, such as a page that was saved in its place  → save it again, and put it in the place of this file  [broken-picture]
      static/img/short.png:1:1  error  The picture is cut short: the end of its file is missing  → save it again, and put it in the place of this file  [broken-picture]
      content/settings/checks.yml:10:17  warning  “broken-picture” can’t be switched off: no page can be made without it  → remove the line  [unswitchable-rule]

      3 errors and 1 warning in 4 files"
    `);
  });
});
