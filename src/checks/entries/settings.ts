import colorNames from 'color-name';
import { brand } from '../../collections/settings/brand';
import { checks } from '../../collections/settings/checks';
import { site } from '../../collections/settings/site';
import { words } from '../../collections/settings/words';
import { editOfField } from '../../content/change';
import { type AnyEntry, type Entry, isOf } from '../../content/entry';
import { type Problem, problemAt } from '../../content/problem';
import { childOf, infoOf } from '../../model/field';
import { type RuleName, rules } from '../../rules/index';
import { faintColors } from '../../site/brand';

/** Finds values of the settings that can be read, and do not do what their editor expects. */
export function checkSettings(entry: AnyEntry): Problem[] {
  if (isOf(entry, site)) return siteProblems(entry);
  if (isOf(entry, brand)) return brandProblems(entry);
  if (isOf(entry, words)) return wordProblems(entry);
  return isOf(entry, checks) ? switchProblems(entry) : [];
}

function siteProblems(entry: Entry<typeof site>): Problem[] {
  const { hosts, titleTemplate, themeColor } = entry.data;
  const problems = hosts.flatMap((host, index): Problem[] => {
    if (/^[^\s/:?#@]+$/.test(host)) return [];
    const whole = /^[a-z]+:\/\//i.test(host) ? host : `https://${host}`;
    const name = URL.canParse(whole) ? new URL(whole).hostname : undefined;
    const path = ['hosts', index];
    const fix = name ? editOfField(entry, path, name) : undefined;
    const advice = name ? `write ${name}` : 'write a name such as example.org';
    return [problemAt(entry, 'odd-host', path, `“Host” is not the name of a host alone: “${host}”`, advice, { fix })];
  });
  if (!titleTemplate.includes('%s')) {
    const message = `“Title template” has no %s, and all pages get the same title: “${titleTemplate}”`;
    problems.push(
      problemAt(entry, 'title-template-without-place', ['titleTemplate'], message, `write %s - ${titleTemplate}`),
    );
  }
  if (themeColor !== undefined && !isColor(themeColor)) {
    const message = `“Theme color” is no color: “${themeColor}”`;
    problems.push(problemAt(entry, 'odd-color', ['themeColor'], message, 'write it as #0b6e99'));
  }
  return problems;
}

const brandProblems = (entry: Entry<typeof brand>): Problem[] =>
  faintColors(entry.data).map(({ scheme, field, what, least, color }) => {
    const label = (name: typeof field) => infoOf(childOf(brand.schema.shape[scheme], name))?.label;
    const [message, advice] = color
      ? [
          `“${label(field)}” gives ${what} too little contrast on ${scheme} pages: ${color.hex} on “${label(color.ground)}” has ${hundredths(color.contrast)}:1, and needs ${least}:1`,
          { file: `write "${color.better}", or leave it out`, form: `write ${color.better}, or leave it empty` },
        ]
      : [
          `“${label('paper')}” and “${label('surface')}” are too far apart on ${scheme} pages: no color has ${least}:1 on both`,
          'write colors that are both light or both dark, or leave one out',
        ];
    return problemAt(entry, 'faint-color', [scheme, field], message, advice);
  });

/** Rounded down: what is too little must not look like enough. */
const hundredths = (ratio: number) => (Math.floor(ratio * 100) / 100).toFixed(2);

/** As CSS writes colors: by their digits, by a function, or by name. */
const isColor = (text: string): boolean =>
  /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(text) ||
  /^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^(){};]+\)$/i.test(text) ||
  Object.hasOwn(colorNames, text.toLowerCase());

function wordProblems(entry: Entry<typeof words>): Problem[] {
  const usual = entry.collection.schema.parse({});
  const placesIn = (text: string) => text.match(/%[a-z]/g) ?? [];
  return Object.entries(entry.data).flatMap(([key, word]) => {
    const standard = usual[key as keyof typeof entry.data];
    if (!standard) return [];
    const complain = (message: string, advice: string) => [
      problemAt(entry, 'wrong-place-in-words', [key], `${message}: “${word}”`, `${advice}, as in “${standard}”`),
    ];
    const lost = placesIn(standard).filter((place) => !word.includes(place));
    const strange = placesIn(word).filter((place) => !standard.includes(place));
    return [
      ...(lost.length > 0
        ? complain(`“${key}” has lost ${lost.join(' and ')}`, `write ${lost.join(' and ')} in it`)
        : []),
      ...(strange.length > 0
        ? complain(`${strange.join(' and ')} stands for nothing in “${key}”`, `take ${strange.join(' and ')} out`)
        : []),
    ];
  });
}

const switchProblems = (entry: Entry<typeof checks>): Problem[] =>
  Object.entries(entry.data).flatMap(([name, severity]) =>
    rules[name as RuleName]?.firm && severity !== 'error'
      ? [
          problemAt(
            entry,
            'unswitchable-rule',
            [name],
            `“${name}” can’t be switched ${severity === 'off' ? 'off' : 'to a warning'}: no page can be made without it`,
            { file: 'remove the line', form: 'choose “error”, or leave it empty' },
          ),
        ]
      : [],
  );
