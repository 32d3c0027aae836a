import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAnswer } from '../../src/commands/start-site/answers';
import { replaceSite } from '../../src/commands/start-site/replace';
import { kinds } from '../collections';
import { now } from '../project';
import { runToEnd } from '../run';

const minutes = 240_000;
const folder = mkdtempSync(join(tmpdir(), 'start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const logo = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><circle cx="32" cy="32" r="30"/></svg>';

/** A project with these files, in a folder of its own. */
function folderWith(files: Record<string, string>): string {
  const root = mkdtempSync(join(folder, 'site-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const sample = {
  'content/.sample': 'A sample.\n',
  'content/pages/index.md': 'What the sample says.\n',
  'static/img/sample.png': 'A picture of the sample.\n',
  'addresses.txt': '/sample/\n',
};

const filesBelow = (root: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile() && !item.parentPath.includes('.build'))
      .map((item) => join(item.parentPath, item.name))
      .map((path) => [path.slice(root.length + 1), readFileSync(path, 'latin1')]),
  );

describe('a site that was started', () => {
  const root = folderWith(sample);
  let output = '';

  beforeAll(() => {
    writeFileSync(join(folder, 'mark.svg'), logo);
    const options = ['--name', 'Tidal Commons', '--url', 'tidal.example', '--color', '7A1FA2', '--blog', 'news'];
    const all = [
      ...options,
      '--kinds',
      'event,person,project',
      '--logo',
      join(folder, 'mark.svg'),
      '--language',
      'pt-br',
    ];
    const { status, stdout, stderr } = runToEnd(root, 'start-site', all, { SITE_NOW: now });
    expect([status, stderr]).toEqual([0, '']);
    output = stdout;
  }, minutes);

  test('has a home page, a post, a page about it, a legal notice, a list for each kind, and nothing of the sample', () => {
    expect(Object.keys(filesBelow(root)).sort()).toEqual([
      'addresses.txt',
      'content/authors/editorial-team.md',
      'content/blog/our-site-is-open.md',
      'content/categories/news.yml',
      'content/pages/about.md',
      'content/pages/events.md',
      'content/pages/index.md',
      'content/pages/legal.md',
      'content/pages/people.md',
      'content/pages/projects.md',
      'content/settings/brand.yml',
      'content/settings/site.yml',
      'static/logo.svg',
    ]);
    expect(readFileSync(join(root, 'addresses.txt'), 'utf8')).not.toMatch(/^\//m);
    expect(output).toContain('Tidal Commons is here.');
  });

  test(
    'passes the check without a word, is built, and names no other organization in any byte',
    () => {
      writeFileSync(join(root, 'content/settings/editing.yml'), 'backend: git-gateway\n');
      const check = runToEnd(root, 'check', [], { SITE_NOW: now });
      expect([check.status, check.stdout.trim()]).toEqual([0, 'No problems.']);
      const { status, stderr } = runToEnd(root, 'build', ['--publish'], { SITE_NOW: now });
      expect([status, stderr]).toEqual([0, '']);
      const made = filesBelow(join(root, 'public'));
      expect(Object.keys(made)).toEqual(
        expect.arrayContaining(['admin/admin.js', 'admin/handbook/index.html', 'favicon.ico']),
      );
      expect(Object.keys(made).filter((path) => /openinfra|open infrastructure/i.test(made[path] as string))).toEqual(
        [],
      );
      // Its own name, color, language, blog and logo are where readers meet them.
      const home = made['index.html'] as string;
      expect(home).toContain('<html lang="pt-BR">');
      expect(home).toContain('--accent:light-dark(#7a1fa2,');
      expect(home).toContain('src="/logo.svg"');
      expect(home.match(/<img class="logo"/g)).toHaveLength(2);
      expect(made['news/our-site-is-open/index.html']).toContain('<title>Our site is open - Tidal Commons</title>');
      expect(made['news/rss.xml']).toContain('https://tidal.example/news/our-site-is-open/');
      const readers = Object.keys(made).filter((path) => !path.startsWith('admin/decap/') && path !== 'admin/admin.js');
      expect(readers.filter((path) => /(?:["']|tidal\.example)\/blog\//.test(made[path] as string))).toEqual([]);
      // Kinds that are not wanted are in no list, and editors are not told of them.
      const told = ['events', 'jobs', 'members'].map((id) =>
        (made['admin/handbook/index.html'] as string).includes(`<h3 id="${id}">`),
      );
      expect(told).toEqual([true, false, false]);
    },
    minutes,
  );

  test(
    'whose blog moves keeps every address, by one run of the fix',
    () => {
      const file = join(root, 'content/settings/site.yml');
      writeFileSync(file, readFileSync(file, 'utf8').replace('address: /news/', 'address: /stories/'));
      const { status } = runToEnd(root, 'fix', [], { SITE_NOW: now });
      expect(status).toBe(0);
      expect(readFileSync(file, 'utf8')).not.toContain('/news/');
      const redirects = readFileSync(join(root, 'content/settings/redirects.yml'), 'utf8');
      for (const end of ['', 'archive/', 'rss.xml', 'atom.xml', 'feed.json', 'our-site-is-open/']) {
        expect(redirects).toContain(`from: /news/${end}\n    to: /stories/${end}\n`);
      }
      expect(runToEnd(root, 'check', [], { SITE_NOW: now }).stdout.trim()).toBe('No problems.');
    },
    minutes,
  );

  test(
    'is left alone when somebody starts another, and replaced when that is what they want',
    () => {
      const before = filesBelow(root);
      const options = ['--name', 'Other', '--url', 'https://other.example/'];
      const refused = runToEnd(root, 'start-site', options);
      expect([refused.status, refused.stderr.trim()]).toMatchInlineSnapshot(`
      [
        2,
        "This is somebody’s own site already: there is no content/.sample. Nothing was changed. To replace it all the same, add --replace.",
      ]
    `);
      expect(filesBelow(root)).toEqual(before);
      expect(runToEnd(root, 'start-site', [...options, '--replace']).status).toBe(0);
      expect(readFileSync(join(root, 'content/settings/site.yml'), 'utf8')).toContain('title: Other');
      expect(existsSync(join(root, 'static'))).toBe(false);
    },
    minutes,
  );
});

test(
  'nothing changes where an option can’t be taken, or one is missing and nobody can be asked',
  () => {
    const root = folderWith(sample);
    const before = filesBelow(root);
    const told = (...options: string[]) => runToEnd(root, 'start-site', options).stderr.trim();
    expect([
      told('--name', 'A'),
      told('--name', 'A', '--url', 'x'),
      told('--name', 'A', '--url', 'a.example', '--kinds', 'events'),
      told('--nmae', 'A'),
    ]).toMatchInlineSnapshot(`
    [
      "Add --url: nobody can be asked here. See --help. Nothing was changed.",
      "--url: “x” is no web address. Write it as https://example.org/.",
      "--kinds: There is no kind of content “events”. Write event; or all, or none.",
      "There is no option “--nmae”. Write --name, or see --help.",
    ]
  `);
    expect(filesBelow(root)).toEqual(before);
  },
  minutes,
);

test(
  'what is not committed is not lost',
  () => {
    const root = folderWith({ ...sample, '.gitignore': '.build\n' });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], { cwd: root });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'Sample');
    writeFileSync(join(root, 'content/pages/new.md'), 'What somebody has just written.\n');
    const { status, stderr } = runToEnd(root, 'start-site', ['--name', 'A', '--url', 'a.example']);
    expect([status, stderr]).toMatchInlineSnapshot(`
    [
      2,
      "These changes are not committed, and would be lost:

    ?? content/pages/new.md

    Commit them, or add --replace. Nothing was changed.
    ",
    ]
  `);
    expect(readFileSync(join(root, 'content/pages/new.md'), 'utf8')).toContain('just written');
  },
  minutes,
);

test(
  'a site is replaced whole or not at all',
  () => {
    const root = folderWith(sample);
    const before = filesBelow(root);
    const page = new Map([['content/pages/index.md', 'no page\n']]);
    expect(() => replaceSite(root, page, { kinds, now })).toThrow(/has errors, and so nothing was changed/);
    expect(filesBelow(root)).toEqual(before);
    // Where one part can’t be moved in, those that were go back.
    const good = new Map(Object.entries(filesBelow(startedIn())).filter(([path]) => path !== 'addresses.txt'));
    for (const blocked of ['content', 'static', 'addresses.txt']) {
      const rename = (from: string, to: string) => {
        if (to === join(root, blocked) && from.includes('next')) throw new Error('The disk is full');
        renameSync(from, to);
      };
      const all = new Map([...good, ['static/logo.svg', logo]]);
      expect(() => replaceSite(root, all, { kinds, now, rename })).toThrow('The disk is full');
      expect(filesBelow(root)).toEqual(before);
    }
  },
  minutes,
);

function startedIn(): string {
  const root = folderWith(sample);
  expect(runToEnd(root, 'start-site', ['--name', 'A', '--url', 'a.example', '--yes']).status).toBe(0);
  return root;
}

const why = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    return (error as Error).message;
  }
};

test('answers are taken as people write them, and what can’t be taken is reported with what to write', () => {
  const names = ['event', 'job', 'person'];
  writeFileSync(join(folder, 'logo.png'), 'none');
  expect({
    name: [' Example  Foundation ', ' ', 'x'.repeat(61)].map((text) => why(() => readAnswer.name(text))),
    url: [
      'example.org',
      'https://example.org/site',
      'http://localhost',
      'ftp://example.org',
      'example',
      'example.org/?a',
    ].map((text) => why(() => readAnswer.url(text))),
    language: ['EN', 'pt-br', 'english', ''].map((text) => why(() => readAnswer.language(text))),
    color: ['0B6E99', '#f06', 'red'].map((text) => why(() => readAnswer.color(text))),
    blog: ['news', '/What/is-new', '/', 'a b'].map((text) => why(() => readAnswer.blog(text))),
    kinds: ['all', 'none', 'person, event', 'evnt', 'x'].map((text) => why(() => readAnswer.kinds(text, names))),
    logo: ['a.gif', 'nowhere.svg', join(folder, 'logo.png')].map((text) =>
      String(why(() => readAnswer.logo(text))).replace(folder, ''),
    ),
  }).toMatchInlineSnapshot(`
    {
      "blog": [
        "/news/",
        "/what/is-new/",
        "The blog has a place of its own: /blog/ or /news/.",
        "“a b” can’t be part of an address. Write letters, digits and -: /news/.",
      ],
      "color": [
        "#0b6e99",
        "#f06",
        "“red” is no color in digits. Write one such as #0b6e99.",
      ],
      "kinds": [
        [
          "event",
          "job",
          "person",
        ],
        [],
        [
          "event",
          "person",
        ],
        "There is no kind of content “evnt”. Write event; or all, or none.",
        "There is no kind of content “x”. There are event, job, person; or all, or none.",
      ],
      "language": [
        "en",
        "pt-BR",
        "“english” is no language tag. Write one such as en, ko or pt-BR.",
        "“” is no language tag. Write one such as en, ko or pt-BR.",
      ],
      "logo": [
        "“a.gif” is no logo that browsers show. Save it as an SVG, or as a PNG.",
        "There is no file “nowhere.svg”.",
        "“/logo.png” can’t be read as a picture. Save it again as an SVG or PNG.",
      ],
      "name": [
        "Example Foundation",
        "A site has a name: Example Foundation.",
        "A name of 61 letters is cut in browsers. Write 60 at most.",
      ],
      "url": [
        "https://example.org/",
        "https://example.org/site/",
        "http://localhost/",
        "“ftp://example.org” is no web address. Write it as https://example.org/.",
        "“example” is no web address. Write it as https://example.org/.",
        "An address has no “?a”. Write https://example.org/.",
      ],
    }
  `);
});

test(
  'an upgrade as docs/own-site.md tells it keeps what is the site’s, and takes what is the generator’s',
  () => {
    const guide = readFileSync(join(import.meta.dirname, '../../docs/own-site.md'), 'utf8');
    const [, commands = ''] = /<!-- upgrade -->\n```sh\n([\s\S]*?)```/.exec(guide) ?? [];
    expect(commands).toContain('git merge');
    const run = (root: string, script: string) =>
      execFileSync('sh', ['-ec', script], {
        cwd: root,
        encoding: 'utf8',
        env: {
          ...process.env,
          GIT_AUTHOR_NAME: 'A',
          GIT_AUTHOR_EMAIL: 'a@b.example',
          GIT_COMMITTER_NAME: 'A',
          GIT_COMMITTER_EMAIL: 'a@b.example',
        },
      });
    const upstream = folderWith({ ...sample, 'src/code.ts': 'one\n', 'content/pages/old.md': 'Old.\n' });
    run(upstream, 'git init -q -b main && git add -A && git commit -qm Sample');
    const own = mkdtempSync(join(folder, 'own-'));
    run(own, `git clone -q "${upstream}" . && git remote rename origin upstream`);
    rmSync(join(own, 'content'), { recursive: true });
    cpSync(join(startedIn(), 'content'), join(own, 'content'), { recursive: true });
    writeFileSync(join(own, 'addresses.txt'), '/own/\n');
    run(own, 'git add -A && git commit -qm Own');
    const mine = filesBelow(join(own, 'content'));
    // The sample changes, grows and shrinks meanwhile, and so does the generator.
    for (const [path, text] of Object.entries({
      'content/pages/index.md': 'The sample says something else.\n',
      'content/pages/added.md': 'The sample has one more page.\n',
      'addresses.txt': '/added/\n/sample/\n',
      'src/code.ts': 'two\n',
      'src/more.ts': 'more\n',
    }))
      writeFileSync(join(upstream, path), text);
    rmSync(join(upstream, 'content/pages/old.md'));
    run(upstream, 'git add -A && git commit -qm Later');
    run(own, commands);
    expect(filesBelow(join(own, 'content'))).toEqual(mine);
    expect(readFileSync(join(own, 'addresses.txt'), 'utf8')).toBe('/own/\n');
    expect(['code', 'more'].map((name) => readFileSync(join(own, `src/${name}.ts`), 'utf8'))).toEqual([
      'two\n',
      'more\n',
    ]);
    expect(run(own, 'git status --porcelain')).toBe('');
    // The next upgrade begins where this one ended.
    writeFileSync(join(upstream, 'src/code.ts'), 'three\n');
    run(upstream, 'git commit -qam Later');
    run(own, commands);
    expect(readFileSync(join(own, 'src/code.ts'), 'utf8')).toBe('three\n');
  },
  minutes,
);
