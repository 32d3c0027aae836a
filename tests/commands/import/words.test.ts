import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { daysIn } from '../../../src/commands/import/make/dates';
import { asPlain, hasHtml } from '../../../src/commands/import/make/text';
import { openCheckout } from '../../../src/commands/import/read/checkout';
import { readMapping } from '../../../src/commands/import/read/mapping';
import { isRecord, readRecord, type Value } from '../../../src/commands/import/read/record';
import { hasCorpus } from '../../corpus';
import { formerSite, formerSites, planOf } from './imported';

const corpus = '../shared/corpus/openinfra';
const folders = [...formerSites.map(formerSite), ...(hasCorpus ? [corpus] : [])];

/** The words of a text, without what Markdown and HTML say beside them. */
const wordsOf = (text: string): string[] =>
  (hasHtml(text) ? asPlain(text).text : text)
    .replace(/!?\[([^\]]*)\]\((?:<[^>]*>|(?:[^()]|\([^()]*\))*)\)/g, ' $1 ')
    .replace(/\{%.*?%\}|\{\{.*?\}\}|https?:\/\/\S+|data:\S+/g, ' ')
    .normalize('NFKD')
    .match(/[\p{L}\p{N}]+/gu)
    ?.map((word) => word.toLowerCase()) ?? [];

/** Whether some words stand in a text, in their order and with nothing between them. */
const stand = (words: readonly string[], text: string) => ` ${text} `.includes(` ${words.join(' ')} `);

const textsIn = (value: Value): string[] =>
  typeof value === 'string' ? [value] : Object.values(value).flatMap((inner) => textsIn(inner as Value));

describe.each(folders)('of %s', (folder) => {
  const mapping = readMapping();
  const checkout = openCheckout(folder, mapping.skip);
  const plan = planOf(folder);
  const sources = plan.sources.filter(({ file, became }) => isRecord(file) && became.length > 0);
  const made = new Map(
    [...plan.files].map(([file, text]) => {
      const [, front = text, body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
      return [file, [...textsIn(parse(front) as Value), body].flatMap(wordsOf).join(' ')];
    }),
  );
  const settings = made.get('content/settings/site.yml') ?? '';

  test('every word of every text that moved is there after it, in its order', () => {
    const lost = sources.flatMap(({ file, became }) => {
      const { body } = readRecord(file, checkout.read(file)?.toString('utf8') ?? '');
      // What only its generator understood has tests of its own.
      const words = /\{[{%]/.test(body) ? [] : wordsOf(body);
      const after = became.map((one) => made.get(one) ?? '').join(' ');
      return words.length === 0 || stand(words, after) ? [] : [file];
    });
    expect(lost).toEqual([]);
  });

  test('every field that says something is there after it with all its words, or is listed with its line', () => {
    const missing = sources.flatMap(({ file, became, left }) => {
      const { data } = readRecord(file, checkout.read(file)?.toString('utf8') ?? '');
      const after = [
        ...became.map((one) => made.get(one) ?? ''),
        settings,
        ...[...made].flatMap(([one, words]) => (/content\/(?:authors|categories|groups)\//.test(one) ? words : [])),
      ].join(' ');
      const listed = left.length;
      return (
        textsIn(data)
          // Days are written anew where they are certain.
          .filter((text) => text.split(/\s+/).length > 3 && daysIn(text) === undefined && !text.startsWith('%s'))
          .filter((text) => !stand(wordsOf(text), after))
          .filter(
            (text) =>
              !left.some(({ value }) => wordsOf(value).slice(0, 3).join(' ') === wordsOf(text).slice(0, 3).join(' ')),
          )
          .map((text) => `${file} (${listed}): ${text.slice(0, 60)}`)
      );
    });
    expect(missing).toEqual([]);
  });
});

test.runIf(!hasCorpus)('the corpus of a real site is not here: its words were not looked at', () => {
  expect(hasCorpus).toBe(false);
});
