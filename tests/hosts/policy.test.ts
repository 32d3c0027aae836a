import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator';
import { Severity } from 'csp_evaluator/dist/finding';
import { CspParser } from 'csp_evaluator/dist/parser';
import { describe, expect, test } from 'vitest';
import { headersOf, readAnswers } from '../../src/hosts/answers';
import { headerRules } from '../../src/hosts/headers';
import { headersFile } from '../../src/hosts/headers-file';
import { inlineOf } from '../../src/hosts/sources';
import { renderDocument } from '../../src/render/document';
import { bundleInline } from '../../src/render/inline';
import { hashOf } from '../../src/render/policy';
import { planPages } from '../../src/site/pages/plan';
import { builtSite } from '../built-site';
import { data, landing, post, settings, siteOf } from '../project';

const folder = join(builtSite, 'public');
const { headers: rules } = readAnswers(folder);
const inline = await bundleInline();
const policyAt = (path: string, of = rules) => headersOf(of, path)['Content-Security-Policy'] ?? '';
const directive = (policy: string, name: string) => new RegExp(`(?:^|; )${name} ([^;]*)`).exec(policy)?.[1] ?? '';

const documents = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .map((name) => ({ name, html: readFileSync(join(folder, name), 'utf8') }));

test('no element of any page says in an attribute how it looks or what it does', () => {
  expect(documents.length).toBeGreaterThan(100);
  const found = documents.flatMap(({ name, html }) =>
    [...html.matchAll(/<[a-z][^<>]* (style|on[a-z]+)=/g)].map(([tag]) => `${name} ${tag}`),
  );
  expect(found).toEqual([]);
});

test('every script and style within a page is one that its policy names', () => {
  const missing = documents.flatMap(({ name, html }) => {
    const policy = policyAt(`/${name}`);
    const texts = [...html.matchAll(/<(script|style)(?: type="module")?>([\s\S]*?)<\/\1>/g)];
    return texts.flatMap(([, tag, text = '']) => {
      const named = directive(policy, `${tag}-src`);
      return named.includes(hashOf(text)) || named.includes("'unsafe-inline'") ? [] : [`${name} ${text.slice(0, 40)}`];
    });
  });
  expect(missing).toEqual([]);
});

test('a file is kept for ever where its bytes name it, and nowhere else', () => {
  const forever = rules.filter(({ headers }) => headers['Cache-Control']?.includes('immutable'));
  expect(forever.map(({ below }) => below).sort()).toEqual(['/cards/', '/pictures/']);
});

test('only the page that searches may run WebAssembly and scripts of the site, and only the site may frame it', () => {
  expect(directive(policyAt('/search/'), 'script-src')).toContain("'self' 'wasm-unsafe-eval'");
  expect(directive(policyAt('/search/'), 'connect-src')).toContain("'self'");
  expect(policyAt('/search/')).toContain("frame-ancestors 'self'");
  expect(headersOf(rules, '/search/')['X-Frame-Options']).toBe('SAMEORIGIN');
  for (const path of ['/', '/blog/', '/404.html']) {
    expect(directive(policyAt(path), 'script-src')).not.toMatch(/'self'|wasm/);
    expect(policyAt(path)).toContain("frame-ancestors 'none'");
    expect(policyAt(path)).not.toContain("connect-src 'self'");
  }
});

describe.each([
  '/',
  '/blog/',
  '/admin/',
  '/admin/handbook/',
  '/img/reef.png',
  '/404.html',
])('the headers at %s', (path) => {
  const headers = headersOf(rules, path);

  // What securityheaders.com, Mozilla’s HTTP Observatory and OWASP’s Secure Headers Project ask for.
  test('are those that public scanners of headers ask for', () => {
    expect(headers).toMatchObject({
      'Content-Security-Policy': expect.stringMatching(/^default-src 'none'; .*frame-ancestors 'none'$/),
      'Strict-Transport-Security': expect.stringMatching(/^max-age=(?:[2-9]\d{7}|[1-9]\d{8,})/),
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': expect.stringContaining('camera=()'),
      'Cross-Origin-Opener-Policy': expect.stringMatching(/^same-origin/),
      'Cross-Origin-Resource-Policy': expect.any(String),
      'Cache-Control': expect.any(String),
    });
  });

  test('are no longer than hosts take', () => {
    // Cloudflare Pages: 2,000 characters a line.
    for (const [name, value] of Object.entries(headers)) expect(`${name}: ${value}`.length).toBeLessThan(1990);
  });
});

test.each([
  '/',
  '/blog/',
  '/admin/handbook/',
  '/404.html',
])('Google’s evaluator finds no way around the policy at %s', (path) => {
  const found = new CspEvaluator(new CspParser(policyAt(path)).csp).evaluate();
  const grave = found.filter(({ severity }) => severity <= Severity.MEDIUM_MAYBE);
  expect(grave.map(({ directive: name, description }) => `${name}: ${description}`)).toEqual([]);
});

test('what is evaluated would be found: a policy with a hole in it is refused', () => {
  const found = new CspEvaluator(new CspParser("script-src 'unsafe-inline' *").csp).evaluate();
  expect(found.some(({ severity }) => severity === Severity.HIGH)).toBe(true);
});

describe('a policy follows the content', () => {
  const rulesFor = (files: Record<string, string>) => {
    const site = siteOf(files);
    return headerRules(site, inlineOf(site, inline));
  };
  const analytics = { script: 'https://count.example/a.js', consent: true, question: 'May we?', yes: 'Yes', no: 'No' };

  test('nothing is framed but players of videos, and the forms that its pages ask for', () => {
    expect(directive(policyAt('/', rulesFor({})), 'frame-src')).toBe(
      "'self' https://www.youtube-nocookie.com https://player.vimeo.com",
    );
    const form = landing([{ type: 'embed', kind: 'form', title: 'Join', url: 'https://forms.example/join?x' }]);
    expect(directive(policyAt('/', rulesFor({ 'content/pages/join.md': form })), 'frame-src')).toContain(
      'https://forms.example',
    );
  });

  test('visits are counted by nobody, unless a setting names who', () => {
    const without = policyAt('/', rulesFor({}));
    expect(without).not.toContain('connect-src');
    const counted = policyAt(
      '/',
      rulesFor({ 'content/settings/site.yml': settings({ analytics: { ...analytics, hosts: ['in.count.example'] } }) }),
    );
    for (const name of ['script-src', 'connect-src', 'img-src']) {
      expect(directive(counted, name)).toContain('https://count.example https://in.count.example');
    }
  });

  test('pictures of other hosts are shown where they are allowed, and nowhere else', () => {
    expect(directive(policyAt('/', rulesFor({})), 'img-src')).toBe("'self' data:");
    const allowed = rulesFor({ 'content/settings/checks.yml': data({ 'remote-picture': 'off' }) });
    expect(directive(policyAt('/', allowed), 'img-src')).toBe("'self' data: https:");
  });

  test.each([
    [{ backend: 'github', repo: 'a/b' }, 'https://api.github.com'],
    [{ backend: 'gitlab', repo: 'a/b', appId: 'x' }, 'https://gitlab.com'],
    [
      { backend: 'gitea', repo: 'a/b', appId: 'x', baseUrl: 'https://git.example/', apiRoot: 'https://api.example/v1' },
      'https://git.example https://api.example',
    ],
    [{ backend: 'git-gateway' }, "'self'"],
  ])('the editor asks its backend %o, and nobody else', (editing, hosts) => {
    const policy = policyAt('/admin/', rulesFor({ 'content/settings/editing.yml': data(editing) }));
    expect(directive(policy, 'connect-src')).toContain(hosts);
    expect(directive(policyAt('/', rulesFor({})), 'connect-src')).toBe('');
  });

  test('where the host sends no headers, each page names what stands in it, and nothing else', () => {
    const site = siteOf({ 'content/settings/hosting.yml': data({ policyInPages: true }), 'content/blog/1.md': post() });
    const own = inlineOf(site, inline);
    const page = planPages(site).find(({ address }) => address === '/blog/1/');
    const html = page ? renderDocument({ ...page, props: page.props() }, own) : '';
    const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    const plain = policy.replace(/&#x27;/g, "'");
    // These are taken from a header alone.
    expect(plain).not.toMatch(/frame-ancestors|sandbox|report-/);
    const texts = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) => hashOf(text));
    expect(directive(plain, 'style-src').split(' ')).toEqual(texts);
    expect(policyAt('/', headerRules(site, own))).toBe("frame-ancestors 'none'");
  });
});

test('what is read back of the file for hosts is what was written into it', () => {
  const written = [
    { below: '/', headers: { A: "x 'y'; z: 1", B: '1' } },
    { below: '/deep/', headers: { A: 'other' } },
  ];
  expect(headersFile(written)).toMatchInlineSnapshot(`
    "/*
      A: x 'y'; z: 1
      B: 1

    /deep/*
      ! A
      A: other
    "
  `);
  expect(readFileSync(join(folder, '_headers'), 'utf8')).toBe(headersFile(rules));
});
