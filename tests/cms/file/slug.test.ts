import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fileOf, slugOf } from '../../../src/cms/file/slug';
import { category } from '../../../src/collections/category';
import { post } from '../../../src/collections/post';
import { member } from '../../../src/kinds/member/declaration';

describe('the name of the file of a new entry', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 2, 4) }));
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['Meet us in Berlin', 'meet-us-in-berlin'],
    ['Café Zürich: Ærøskøbing', 'cafe-zuerich-aeroskobing'],
    ['“It’s here”: what’s new in OpenStack 2026.1', 'its-here-whats-new-in-openstack-2026-1'],
    ['OpenInfra & GitHub: C++ at 100%', 'openinfra-and-github-c-at-100'],
    ['البنية التحتية المفتوحة', 'albnyt-althtyt-almftwht'],
    ['오픈인프라 파운데이션', '2026-03-04'],
    ['开放基础设施', '2026-03-04'],
    ['../../etc/passwd', 'etc-passwd'],
    ['  ', '2026-03-04'],
    ['?!', '2026-03-04'],
  ])('of the title %j', (title, slug) => {
    expect(slugOf(post, { title })).toBe(slug);
  });

  it.each([
    ['https://openinfra.dev/blog/my-post', 'my-post'],
    ['/blog/my-post/', 'my-post'],
    ['/about/team/?x=1#y', 'team'],
    ['/blog/Café', 'cafe'],
    ['https://openinfra.dev/site?page=/x/', 'site'],
    ['my-post', 'my-post'],
    ['/', 'title'],
    ['https://openinfra.dev/', 'title'],
    ['', 'title'],
    [7, 'title'],
  ])('of the address %j that was asked for', (url, slug) => {
    expect(slugOf(post, { title: 'Title', seo: { url } })).toBe(slug);
  });

  it('is short enough for a file system, and ends with a letter', () => {
    const slug = slugOf(post, { title: 'abcdefg '.repeat(21).trim().padEnd(172, 'x') });
    expect(slug).toMatch(/^[a-z-]{70,80}$/);
    expect(slugOf(post, { title: `${'a'.repeat(79)} b` })).toBe('a'.repeat(79));
  });

  it('is of the name or the label of what has no title', () => {
    expect(slugOf(member, { name: 'Ada Lovelace' })).toBe('ada-lovelace');
    expect(slugOf(category, { value: 'category-1', label: 'News & more' })).toBe('news-and-more');
    expect(slugOf(post, {})).toBe('2026-03-04');
  });

  it('stands in the folder of its collection, with its ending', () => {
    expect(fileOf(post, { title: 'One' })).toBe('content/blog/one.md');
    expect(fileOf(member, { name: 'One' })).toBe('content/members/one.yml');
  });
});
