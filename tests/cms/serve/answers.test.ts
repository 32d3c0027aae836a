import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { answerOf, type Project } from '../../../src/cms/serve/answers';
import { temporaryFolder } from '../../temporary-folder';

/** A project of a few files, under git or not, and what it is asked. */
function projectOf(mode: Project['mode']) {
  const root = temporaryFolder();
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  write('content/blog/a.md', 'one\ntwo\nthree\n');
  write('content/blog/b.md', 'b\n');
  if (mode === 'git') {
    git('init', '-q', '-b', 'main');
    git('config', 'user.name', 'Ada');
    git('config', 'user.email', 'ada@example.org');
    git('add', '-A');
    git('commit', '-q', '-m', 'Content');
  }
  const ask = (action: string, params: object) => {
    const answer = answerOf({ root, mode }, action, { branch: 'main', ...params } as never);
    if (!answer) throw new Error(`${action} is not answered`);
    return { status: answer.status, body: answer.body as never as Record<string, never> };
  };
  const save = (raw: string, more: object = {}, options: object = {}) =>
    ask('persistEntry', {
      dataFiles: [{ path: 'content/blog/a.md', slug: 'a', raw, ...more }],
      assets: [],
      options: { commitMessage: `Say ${raw.trim()}`, ...options },
    });
  return { root, git, write, read, ask, save };
}

const inReview = { useWorkflow: true, collectionName: 'post' };
const place = { collection: 'post', slug: 'a' };

describe.each(['fs', 'git'] as const)('a project whose content is kept by %s', (mode) => {
  it('saves a file, and refuses to where another stands than the one that was read', () => {
    const { save, read } = projectOf(mode);
    expect(save('new\n', { expected: 'one\ntwo\nthree\n' }).status).toBe(200);
    expect(read('content/blog/a.md')).toBe('new\n');
    expect(save('lost\n', { expected: 'one\ntwo\nthree\n' })).toMatchObject({
      status: 409,
      body: { moved: 'content/blog/a.md' },
    });
    expect(read('content/blog/a.md')).toBe('new\n');
    expect(save('new\n', { path: 'content/blog/b.md', expected: null }).status).toBe(409);
    expect(save('new\n', { path: 'content/blog/c.md', expected: null }).status).toBe(200);
  });

  it('changes several files in one step, or none', () => {
    const { ask, read, root, git } = projectOf(mode);
    const files = [
      { path: 'content/blog/a.md', text: null, expected: 'one\ntwo\nthree\n' },
      { path: 'content/blog/b.md', text: 'changed\n', expected: 'b\n' },
      { path: 'content/new/c.md', text: 'c\n', expected: null },
    ];
    const options = { commitMessage: 'Three at once' };
    expect(
      ask('change', { files: [...files, { path: 'content/blog/d.md', text: '', expected: 'd' }], options }).status,
    ).toBe(409);
    expect(existsSync(join(root, 'content/blog/a.md'))).toBe(true);
    expect(ask('change', { files, options }).status).toBe(200);
    expect(readdirSync(join(root, 'content/blog'))).toEqual(['b.md']);
    expect([read('content/blog/b.md'), read('content/new/c.md')]).toEqual(['changed\n', 'c\n']);
    if (mode === 'git') {
      expect(git('log', '-1', '--format=%s %an', '--name-status')).toBe(
        'Three at once Ada\n\nD\tcontent/blog/a.md\nM\tcontent/blog/b.md\nA\tcontent/new/c.md',
      );
      expect(git('status', '--porcelain')).toBe('');
    }
  });

  it('writes nothing outside the content and the pictures', () => {
    const { save, ask, root } = projectOf(mode);
    for (const path of [
      'package.json',
      'content/../package.json',
      '.git/config',
      '/etc/x',
      'content\\..\\x',
      'static/./../x',
    ])
      expect(save('x', { path }).status, path).toBe(403);
    expect(ask('deleteFiles', { paths: ['content/../.git/HEAD'] }).status).toBe(403);
    expect(save('x', { path: 'static/img/x.txt' }).status).toBe(200);
    expect(existsSync(join(root, 'package.json'))).toBe(false);
  });

  it('takes no name for an option', () => {
    const { ask } = projectOf(mode);
    expect(ask('text', { path: 'content/blog/a.md', commit: '--output=x' }).status).toBe(400);
  });
});

describe.each(['fs', 'git'] as const)('a disk that is full, under %s', (mode) => {
  /** What is answered where no file can grow beyond four kilobytes: as on a full disk, this comes in the middle of a file. */
  async function askedWithin(root: string, params: object) {
    const script = join(temporaryFolder(), 'ask.cjs');
    const answers = join(import.meta.dirname, '../../../src/cms/serve/answers.ts');
    const contents = `import { answerOf } from ${JSON.stringify(answers)};
      const asked = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
      console.log(JSON.stringify(answerOf(asked.project, 'persistEntry', asked.params)));`;
    const stdin = { contents, resolveDir: import.meta.dirname, loader: 'ts' as const };
    await build({ stdin, bundle: true, platform: 'node', outfile: script, logLevel: 'silent' });
    const asked = JSON.stringify({ project: { root, mode }, params: { branch: 'main', ...params } });
    const limited = `trap '' XFSZ; ulimit -f 8; exec "$0" "$@"`;
    const said = execFileSync('sh', ['-c', limited, process.execPath, script], {
      encoding: 'utf8',
      cwd: root,
      input: asked,
    });
    return JSON.parse(said) as { status: number; body: { error: string } };
  }

  it.skipIf(process.platform === 'win32')('leaves every file as it was, and says so', async () => {
    const { root, read, git } = projectOf(mode);
    // Noise, which can’t be packed into less.
    const large = randomBytes(30_000).toString('hex');
    const dataFiles = [
      { path: 'content/blog/b.md', slug: 'b', raw: 'small\n' },
      { path: 'content/blog/a.md', slug: 'a', raw: large },
    ];
    const { status, body } = await askedWithin(root, { dataFiles, assets: [], options: { commitMessage: 'Save' } });
    expect([status, body.error]).toEqual([
      507,
      'The disk is full, and nothing was saved. What you wrote is still in the form.',
    ]);
    expect([read('content/blog/a.md'), read('content/blog/b.md')]).toEqual(['one\ntwo\nthree\n', 'b\n']);
    expect(readdirSync(join(root, 'content/blog'))).toEqual(['a.md', 'b.md']);
    if (mode === 'git') expect(git('status', '--porcelain')).toBe('');
  });
});

describe('a draft that waits for review', () => {
  it('is on a branch of its own, and nothing is checked out for it', () => {
    const { save, ask, read, git } = projectOf('git');
    expect(save('draft\n', {}, inReview).status).toBe(200);
    expect(read('content/blog/a.md')).toBe('one\ntwo\nthree\n');
    expect(git('branch', '--show-current')).toBe('main');
    expect(ask('unpublishedEntry', { id: 'post/a' }).body).toMatchObject({
      collection: 'post',
      slug: 'a',
      status: 'draft',
      diffs: [{ path: 'content/blog/a.md', newFile: false, binary: false }],
      pullRequestAuthor: 'Ada',
    });
    const file = { ...place, path: 'content/blog/a.md', id: 'x' };
    expect(ask('unpublishedEntryDataFile', file).body).toEqual({ data: 'draft\n' });
    expect(ask('unpublishedEntry', { id: 'post/none' }).status).toBe(404);
    expect(save('again\n', { expected: 'draft\n' }, inReview).status).toBe(200);
    expect(save('lost\n', { expected: 'draft\n' }, inReview).status).toBe(409);
    expect(git('log', '--format=%s', 'main..cms/post/a')).toBe('Say again\nSay draft');
  });

  it('is still on the board when it says what is published, and has nothing of its own', () => {
    const { save, ask } = projectOf('git');
    save('draft\n', {}, inReview);
    save('one\ntwo\nthree\n', {}, inReview);
    expect(ask('unpublishedEntry', { id: 'post/a' })).toMatchObject({ status: 200, body: { diffs: [] } });
  });

  it('takes along the pictures of its entry, and leaves out those that were taken out of it', () => {
    const { ask, git } = projectOf('git');
    const asset = (path: string) => ({ path, content: Buffer.from(path).toString('base64'), encoding: 'base64' });
    const persist = (...assets: object[]) =>
      ask('persistEntry', {
        dataFiles: [{ path: 'content/blog/a.md', slug: 'a', raw: 'x\n' }],
        assets,
        options: { commitMessage: 'Save', ...inReview },
      });
    persist(asset('static/img/a.png'), asset('static/img/b.png'));
    persist(asset('static/img/a.png'));
    expect(git('diff', '--name-only', 'main', 'cms/post/a')).toBe('content/blog/a.md\nstatic/img/a.png');
    const media = ask('unpublishedEntryMediaFile', { ...place, path: 'static/img/a.png', id: 'x' }).body;
    expect(Buffer.from(media['content'] ?? '', 'base64').toString()).toBe('static/img/a.png');
  });

  it('is published on top of what others published meanwhile, each commit with its author', () => {
    const { save, ask, read, git, write } = projectOf('git');
    save('draft\n', {}, inReview);
    save('draft two\n', {}, inReview);
    write('content/blog/b.md', 'theirs\n');
    git('commit', '-q', '-a', '-m', 'Theirs', '--author', 'Bo <bo@example.org>');
    expect(ask('publishUnpublishedEntry', place).status).toBe(200);
    expect(git('log', '--format=%s')).toBe('Say draft two\nSay draft\nTheirs\nContent');
    expect([read('content/blog/a.md'), read('content/blog/b.md')]).toEqual(['draft two\n', 'theirs\n']);
    expect(git('branch', '--format=%(refname:short)')).toBe('main');
    expect(git('status', '--porcelain')).toBe('');
  });

  it('that meets what others published of the same entry is kept, and who changed it is named', () => {
    const { save, ask, read, git, write } = projectOf('git');
    save('draft\n', {}, inReview);
    write('content/blog/a.md', 'theirs\n');
    git('commit', '-q', '-a', '-m', 'Theirs', '--author', 'Bo <bo@example.org>');
    const { status, body } = ask('publishUnpublishedEntry', place);
    expect(status).toBe(409);
    expect(body['error']).toMatch(/Others have published changes .*: content\/blog\/a\.md \(Bo, \d{4}-\d\d-\d\d\)\./);
    expect(body['changes']).toMatchObject([{ file: 'content/blog/a.md', author: 'Bo', subject: 'Theirs' }]);
    // Nothing is half done: no merge, no rebase, the same branches, the same files.
    expect(git('status', '--porcelain')).toBe('');
    expect(git('branch', '--show-current')).toBe('main');
    expect(
      ['MERGE_HEAD', 'rebase-merge', 'rebase-apply'].filter((name) =>
        existsSync(join(git('rev-parse', '--absolute-git-dir'), name)),
      ),
    ).toEqual([]);
    expect(read('content/blog/a.md')).toBe('theirs\n');
    expect(ask('unpublishedEntry', { id: 'post/a' }).status).toBe(200);
    // Merged by the one who publishes, it begins anew with what is published, and goes through.
    expect(ask('fork', { ...place, path: 'content/blog/a.md' }).body).toEqual({ text: 'one\ntwo\nthree\n' });
    ask('rebase', { ...place, files: [{ path: 'content/blog/a.md', text: 'both\n' }] });
    expect(ask('publishUnpublishedEntry', place).status).toBe(200);
    expect(read('content/blog/a.md')).toBe('both\n');
    expect(git('log', '--format=%s')).toBe('Say draft\nTheirs\nContent');
  });

  it('is not published over what somebody has written and not committed', () => {
    const { save, ask, read, write } = projectOf('git');
    save('draft\n', {}, inReview);
    write('content/blog/a.md', 'not committed\n');
    const { status, body } = ask('publishUnpublishedEntry', place);
    expect([status, body['error']]).toEqual([
      500,
      'Nothing was changed. There are changes that are not committed in: content/blog/a.md',
    ]);
    expect(read('content/blog/a.md')).toBe('not committed\n');
  });
});

describe('the history of a file', () => {
  it('is who changed it when, the last first, with what it said', () => {
    const { save, ask, git } = projectOf('git');
    save('two\n');
    git('config', 'user.name', 'Bo');
    save('three\n');
    const { versions } = ask('versions', { path: 'content/blog/a.md' }).body as unknown as {
      versions: { commit: string; author: string; date: string; message: string }[];
    };
    expect(versions.map(({ author, message }) => `${author}: ${message}`)).toEqual([
      'Bo: Say three',
      'Ada: Say two',
      'Ada: Content',
    ]);
    const texts = versions.map(({ commit }) => ask('text', { path: 'content/blog/a.md', commit }).body);
    expect(texts).toEqual([{ text: 'three\n' }, { text: 'two\n' }, { text: 'one\ntwo\nthree\n' }]);
    expect(ask('text', { path: 'content/none.md' }).body).toEqual({ text: null });
  });

  it('is not there where nothing is committed', () => {
    expect(projectOf('fs').ask('versions', { path: 'content/blog/a.md' }).status).toBe(404);
  });
});
