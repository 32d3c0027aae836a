import { type AnyEntry, checkEntry } from '../content/entry';
import { valuesOf } from '../content/values';
import { renderMarkdown } from '../markdown/render';
import { type RuleName, rules } from '../rules';
import type { Aspect } from '../rules/rule';
import { resolveLink, resolvePicture } from '../site/links/links';
import { surroundingsOf } from '../site/pages/body';
import type { Site } from '../site/site';
import { bodiesOf } from './texts/body';

/**
 * Whether the readers of an entry are shown the same for two texts of its file, but for what the rule is there to change.
 * Every anchor of the first must be one of the second. What gives no entry has no readers.
 */
export function isAlike(site: Site, rule: RuleName, file: string, before: string, after: string): boolean {
  const entry = site.entries.find((candidate) => candidate.file === file);
  if (!entry) return true;
  const { collection, slug } = entry;
  const read = (text: string) => checkEntry(file, slug, [collection], text).entry;
  const [former, latter] = [read(before), read(after)];
  if (!former) return true;
  if (!latter) return false;
  const { alters = [] } = rules[rule];
  try {
    const [a, b] = [shownOf(site, former), shownOf(site, latter)];
    return (
      [...idsIn(a.texts)].every((id) => idsIn(b.texts).has(id)) &&
      eased(a.texts, alters) === eased(b.texts, alters) &&
      (alters.includes('values') || valuesFor(site, former, alters) === valuesFor(site, latter, alters))
    );
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const shownOf = (site: Site, entry: AnyEntry) => ({
  texts: bodiesOf(entry)
    .map(({ markdown }) => renderMarkdown(markdown, { ...surroundingsOf(site, entry), headingLinks: false }).html)
    .join('<hr>'),
});

const idsIn = (html: string) => new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));

/** The fields but for texts, as a reader meets them. */
function valuesFor(site: Site, entry: AnyEntry, alters: readonly Aspect[]): string {
  const values = valuesOf(entry).flatMap(({ value, info }) => {
    if (typeof value === 'object' || info?.kind === 'markdown') return [];
    if (typeof value !== 'string') return [value];
    if (info?.kind === 'address')
      return alters.includes('addresses') ? [] : [resolveLink(site, entry.file, value).href];
    if (info?.kind === 'image') return alters.includes('addresses') ? [] : [resolvePicture(site, value).src];
    const visible = alters.includes('invisible') ? value.replace(invisible, '') : value;
    return [alters.includes('spaces') ? visible.trim() : visible];
  });
  return JSON.stringify(values);
}

const invisible = /[\u180E\u200B-\u200D\u2060\uFEFF]/gu;
const block =
  'blockquote|br|details|div|dd|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|section|summary|table|tbody|td|th|thead|tr|ul';
const tag = (names: string) => new RegExp(`</?(?:${names})\\b(?:\\s[^<>]*)?>`, 'g');
const empty = /<(p|figure)>\s*<\/\1>/g;

/** What makes two pages one where they differ in nothing but an aspect; in this order. */
const easings: { [Name in Aspect]?: (html: string) => string } = {
  invisible: (html) => html.replace(invisible, '').replace(/%(?:E2%80%8[B-D]|E2%81%A0|EF%BB%BF|E1%A0%8E)/gi, ''),
  remains: (html) =>
    html
      .replace(/&#x3C;!--\s*(?:Start|End)Fragment\s*--\\?>|&#x3C;!\[(?:if [^\]]*|endif)\]>|&#x3C;\/?o:p\s*\/?>/gi, '')
      .replace(empty, ''),
  // What readers see of an address that stands in a text bare changes in its scheme, and in nothing else.
  addresses: (html) => html.replace(/\s(?:href|src|width|height|rel)="[^"]*"/g, '').replace(/\bhttps?:\/\//g, ''),
  // An address that stands in a text bare is its own text.
  'bare-addresses': (html) => html.replace(/(<a\b[^>]*>)(?:https?:\/\/|www\.)[^<\s]*(?=<\/a>)/g, '$1'),
  // Without an address, or without a text.
  'empty-links': (html) =>
    html
      .replace(/<a\b[^>]*>\s*<\/a>/g, '')
      .replace(/<a(?:\shref="")?(?:\srel="[^"]*")?>([\s\S]*?)<\/a>/g, '$1')
      .replace(empty, ''),
  'empty-pictures': (html) => html.replace(/<img(?![^>]*\ssrc="[^"])[^>]*>/g, '').replace(empty, ''),
  levels: (html) => html.replace(/(<\/?)h[2-6]\b/g, '$1h'),
  // A sign behind which a plain space stands makes a heading or a list; its words are the same.
  spaces: (html) =>
    html
      .replace(/[\u00A0\u202F]/g, ' ')
      .replace(tag('h[1-6]|li|ol|p|ul'), '\n')
      .replace(/\n\s*(?:#{1,6}|[-*+])(?=\s)/g, '\n')
      .replace(/\s*\n\s*/g, '\n'),
  breaks: (html) =>
    html
      .replace(/\u00A0/g, ' ')
      .replace(tag('br|p'), '\n')
      .replace(/(?<=\n)[ \t]*\\[ \t]*(?=\n)/g, '')
      .replace(/\s*\n\s*/g, '\n'),
};

/** HTML that is the same for two pages that look the same, but for some aspects. Spaces mean nothing outside code. */
const eased = (html: string, alters: readonly Aspect[]): string =>
  `\n${html}\n`
    .split(/(<pre[\s>][\s\S]*?<\/pre>)/)
    .map((part, index) => (index % 2 ? part : alters.reduce((rest, aspect) => easings[aspect]?.(rest) ?? rest, part)))
    .map((part, index) => (index % 2 ? part : part.replace(/[ \t\r\n]+/g, ' ').replace(around, '$1')))
    .join('')
    .replace(/ class=""/g, '')
    .replace(empty, '')
    .trim();

const around = new RegExp(` ?(</?(?:${block})\\b[^<>]*>) ?`, 'g');
