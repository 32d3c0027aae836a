import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { codeFolder } from '../../../src/cache/code-folder';
import { kind } from '../../../src/kinds/event/kind';
import type { Site } from '../../../src/site/site';
import { checkReport, entry, now, project, settings, siteOf } from '../../project';
import { runToEnd } from '../../run';

/** The calendars of a site. */
const planCalendars = (site: Site) => kind.files?.plan(site) ?? [];

type Property = { name: string; parameters: string; value: string };

/** The properties of every event of a calendar, read as RFC 5545 says. Throws where the text is none. */
function read(text: string): Property[][] {
  if (/[^\r]\n|\r[^\n]/.test(text)) throw new Error('A line does not end with CRLF');
  const whole = text.replace(/\r\n$/, '');
  const lines = whole.split('\r\n');
  for (const line of lines) if (Buffer.byteLength(line) > 75) throw new Error(`More than 75 bytes: ${line}`);
  const properties = whole
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map((line): Property => {
      const [, name, parameters, value] = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/s.exec(line) ?? [];
      if (name === undefined) throw new Error(`No property: ${line}`);
      return { name, parameters: parameters ?? '', value: value ?? '' };
    });
  const events: Property[][] = [];
  const open: string[] = [];
  for (const property of properties) {
    if (property.name === 'BEGIN') open.push(property.value);
    if (property.name === 'BEGIN' && property.value === 'VEVENT') events.push([]);
    else if (property.name === 'END') expect(open.pop()).toBe(property.value);
    else if (open.at(-1) === 'VEVENT') events.at(-1)?.push(property);
  }
  expect(open).toEqual([]);
  expect(properties[0]).toMatchObject({ name: 'BEGIN', value: 'VCALENDAR' });
  expect(properties.find(({ name }) => name === 'VERSION')?.value).toBe('2.0');
  expect(properties.find(({ name }) => name === 'PRODID')?.value).toBeTruthy();
  return events;
}

/** `DTSTART;VALUE=DATE:20260601` of `DTSTART`. */
const line = (event: Property[] | undefined, name: string) => {
  const found = event?.filter((property) => property.name === name) ?? [];
  expect(found.length, `${name} stands once`).toBe(1);
  return found.map(({ parameters, value }) => `${name}${parameters}:${value}`)[0];
};
const unescaped = (event: Property[] | undefined, name: string) =>
  line(event, name)
    ?.slice(name.length + 1)
    .replace(/\\(.)/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter));

const event = (changes: object = {}) =>
  entry({ title: 'Summit', kind: 'summit', start: '2026-06-13', place: 'Paris', description: 'We meet.', ...changes });
const calendar = (changes: object = {}) => {
  const file = planCalendars(siteOf({ 'content/events/a.md': event(changes) })).find(
    ({ path }) => path === '/events/a/event.ics',
  );
  return read(file?.text ?? '')[0];
};

test('whole days are days and no moments, and end on the day after the last, as the format wants', () => {
  const day = calendar();
  expect([line(day, 'DTSTART'), line(day, 'DTEND')]).toEqual([
    'DTSTART;VALUE=DATE:20260613',
    'DTEND;VALUE=DATE:20260614',
  ]);
  const days = calendar({ start: '2026-12-30', end: '2026-12-31' });
  expect([line(days, 'DTSTART'), line(days, 'DTEND')]).toEqual([
    'DTSTART;VALUE=DATE:20261230',
    'DTEND;VALUE=DATE:20270101',
  ]);
});

test('what begins and ends at a time does so in UTC, wherever it was written', () => {
  const hours = calendar({ start: '2026-06-13T09:00:00+09:00', end: '2026-06-13T11:30:00+09:00' });
  expect([line(hours, 'DTSTART'), line(hours, 'DTEND')]).toEqual([
    'DTSTART:20260613T000000Z',
    'DTEND:20260613T023000Z',
  ]);
});

test('the days are the same in every time zone that a build machine may be set to', () => {
  const root = project({
    'content/events/a.md': event({ start: '2026-03-28', end: '2026-03-29' }),
    'content/events/b.md': event({ start: '2026-11-01' }),
    'content/events/c.md': event({ start: '2026-06-13T23:30:00Z', end: '2026-06-14T01:00:00Z' }),
  });
  const program = join(root, 'program.ts');
  const from = (path: string) => JSON.stringify(join(codeFolder, path));
  writeFileSync(
    program,
    `import { loadSite } from ${from('src/load.ts')};
    import * as kinds from ${from('src/kinds/kinds.ts')};
    import { planCalendars } from ${from('src/kinds/event/calendar.ts')};
    const { site } = loadSite(${JSON.stringify(root)}, { kinds, now: ${JSON.stringify(now)}, preview: false });
    console.log(JSON.stringify([new Date(2026, 0, 1).toISOString(), planCalendars(site)]));`,
  );
  const run = (zone: string) =>
    JSON.parse(runToEnd(root, program, [], { TZ: zone }).stdout) as [string, { path: string; text: string }[]];
  const [midnight, west] = run('America/Los_Angeles');
  expect(midnight, 'the zone is another').toBe('2026-01-01T08:00:00.000Z');
  const days = read(west.find(({ path }) => path === '/events/events.ics')?.text ?? '').map((item) => [
    line(item, 'DTSTART'),
    line(item, 'DTEND'),
  ]);
  expect(days).toEqual([
    ['DTSTART;VALUE=DATE:20260328', 'DTEND;VALUE=DATE:20260330'],
    ['DTSTART;VALUE=DATE:20261101', 'DTEND;VALUE=DATE:20261102'],
    ['DTSTART:20260613T233000Z', 'DTEND:20260614T010000Z'],
  ]);
  expect(run('Asia/Seoul')[1]).toEqual(west);
});

test('a title, place or description may hold anything, and comes back as it was written', () => {
  const words = fc
    .array(fc.constantFrom(',', ';', '\\', ':', '"', 'a', 'é', '한', '𝔸', ' ', 'n', 'BEGIN:VEVENT'), {
      minLength: 1,
      maxLength: 120,
    })
    .map((parts) => `x${parts.join('')}x`);
  fc.assert(
    fc.property(words, words, words, (title, place, description) => {
      const made = calendar({ title, place, description });
      expect([unescaped(made, 'SUMMARY'), unescaped(made, 'LOCATION'), unescaped(made, 'DESCRIPTION')]).toEqual([
        title,
        place,
        description,
      ]);
    }),
    { numRuns: 40 },
  );
});

/** What a calendar program makes of a file: the calendar's own texts, and of its first event the texts and times. */
function opened(text: string) {
  const calendar = ICAL.Component.fromString(text);
  const [event] = calendar.getAllSubcomponents('vevent');
  const value = (name: string) => event?.getFirstPropertyValue(name);
  const timeOf = (name: string) => {
    const time = value(name) as ICAL.Time | null | undefined;
    return time && (time.isDate ? time.toString() : time.toJSDate().toISOString());
  };
  return {
    // The library does not know that these two are texts, as a summary is (RFC 7986, 5.1).
    names: ['name', 'x-wr-calname'].map((name) => {
      const written = calendar.getFirstProperty(name)?.toICALString() ?? '';
      return ICAL.Property.fromString(written.replace(/^[\w-]+/, 'SUMMARY')).getFirstValue();
    }),
    properties: calendar.getAllProperties().map(({ name }) => name),
    texts: ['summary', 'location', 'description'].map(value),
    uid: value('uid'),
    url: value('url'),
    start: timeOf('dtstart'),
    end: timeOf('dtend'),
  };
}
const filesOf = (changes: object, site: object = {}): string[] =>
  planCalendars(siteOf({ 'content/settings/site.yml': settings(site), 'content/events/a.md': event(changes) })).map(
    ({ text }) => text,
  );
const openedEvent = (changes: object) => opened(filesOf(changes)[1] ?? '');

test('a calendar program reads back every text it was given, and no property that nobody wrote', () => {
  const signs = fc.constantFrom(
    ...[
      ',',
      ';',
      '\\',
      ':',
      '"',
      "'",
      'a',
      'é',
      '한',
      '𝔸',
      ' ',
      'n',
      '\\n',
      '\\,',
      'X-INJECTED:1',
      'END:VCALENDAR',
      '=',
      '\t',
    ],
  );
  const lineOf = (...more: string[]) =>
    fc.array(more.length > 0 ? fc.oneof(signs, fc.constantFrom(...more)) : signs, { maxLength: 60 });
  const line = lineOf().map((parts) => `x${parts.join('')}x`);
  const lines = lineOf('\n', '\r\n', '\u0000', '\u0007', '\u001F', '\u0085').map((parts) => `x${parts.join('')}x`);
  fc.assert(
    fc.property(line, line, lines, line, (title, place, description, name) => {
      const [all = '', one = ''] = filesOf({ title, place, description }, { title: name });
      // What no calendar can hold is left out.
      const held = (text: string) =>
        text
          .replace(/\r\n/g, '\n')
          .replaceAll('\u0085', ' ')
          .replace(/[^\P{Cc}\t\n]/gu, '');
      const read = opened(one);
      expect(read.texts).toEqual([title, place, held(description)]);
      expect(read.names).toEqual([title, title]);
      expect(read.properties).toEqual(['version', 'prodid', 'method', 'name', 'x-wr-calname']);
      expect(opened(all).names).toEqual([`${name} events`, `${name} events`]);
      expect(one.replace(/\r\n/g, '')).not.toMatch(/\p{Cc}(?<!\t)/u);
    }),
    { numRuns: 25 },
  );
});

test('addresses with signs that mean something in a calendar lead where they led', () => {
  const { uid, url } = openedEvent({ url: 'https://example.org/a;b?c=1,2' });
  expect(url).toBe('https://example.org/a%3Bb?c=1%2C2');
  expect(uid).toBe('https://openinfra.dev/events/a/');
  const site = siteOf({ 'content/events/a, b;c.md': event() });
  expect(opened(planCalendars(site)[1]?.text ?? '').uid).toBe('https://openinfra.dev/events/a,%20b;c/');
});

test.each([
  ['a day', '2026-06-13', undefined, '2026-06-13', '2026-06-14'],
  ['the same day twice', '2026-06-13', '2026-06-13', '2026-06-13', '2026-06-14'],
  ['midnight in UTC, which is a moment', '2026-06-13T00:00:00Z', undefined, '2026-06-13T00:00:00.000Z', null],
  [
    'twenty-four hours, which are no two days',
    '2026-06-13T00:00:00Z',
    '2026-06-14T00:00:00Z',
    '2026-06-13T00:00:00.000Z',
    '2026-06-14T00:00:00.000Z',
  ],
  [
    'an evening and the whole of the last day',
    '2026-06-13T20:00:00-08:00',
    '2026-06-15',
    '2026-06-14T04:00:00.000Z',
    '2026-06-16T08:00:00.000Z',
  ],
  [
    'an evening and the rest of its day',
    '2026-06-13T20:00:00-08:00',
    '2026-06-13',
    '2026-06-14T04:00:00.000Z',
    '2026-06-14T08:00:00.000Z',
  ],
  [
    'a day and an hour of another',
    '2026-06-13',
    '2026-06-14T12:00:00+09:00',
    '2026-06-12T15:00:00.000Z',
    '2026-06-14T03:00:00.000Z',
  ],
  [
    'an end at the moment of the start, which no calendar can have',
    '2026-06-13T09:00:00Z',
    '2026-06-13T09:00:00Z',
    '2026-06-13T09:00:00.000Z',
    null,
  ],
])('a calendar program reads %s as it was meant', (_, start, end, begins, ends) => {
  const read = openedEvent({ start, end });
  expect([read.start, read.end]).toEqual([begins, ends]);
});

test('every line of a calendar ends with a line break, the last one too', () => {
  for (const { text } of planCalendars(siteOf({ 'content/events/a.md': event() })))
    expect(text).toMatch(/END:VCALENDAR\r\n$/);
});

test('a description of several lines is one property', () => {
  expect(unescaped(calendar({ description: 'One.\nTwo.' }), 'DESCRIPTION')).toBe('One.\nTwo.');
});

test('an event keeps its identity when its words and days change, so that calendars change it and add none', () => {
  const uid = line(calendar(), 'UID');
  expect(uid).toBe('UID:https://openinfra.dev/events/a/');
  expect(line(calendar({ title: 'Other', start: '2027-01-01', place: 'Oslo' }), 'UID')).toBe(uid);
});

test('the same content makes the same file, whenever it is built', () => {
  const files = { 'content/events/a.md': event() };
  expect(planCalendars(siteOf(files, { now: '2030-01-01T00:00:00.000Z' }))).toEqual(planCalendars(siteOf(files)));
});

test('an event leads to its own page elsewhere, or to its page here', () => {
  expect(line(calendar(), 'URL')).toMatch(/^URL[^:]*:https:\/\/openinfra\.dev\/events\/a\/$/);
  expect(line(calendar({ url: 'https://example.org/summit' }), 'URL')).toMatch(/:https:\/\/example\.org\/summit$/);
});

test('an event whose own page is a path has a whole address in calendars, which know no site', () => {
  expect(line(calendar({ url: '/blog/' }), 'URL')).toMatch(/:https:\/\/openinfra\.dev\/blog\/$/);
});

test('all events are in one calendar, which is named after the site; without events there is none', () => {
  const site = siteOf({ 'content/events/a.md': event(), 'content/events/b.md': event({ start: '2020-01-01' }) });
  const files = planCalendars(site);
  expect(files.map(({ path }) => path)).toEqual(['/events/events.ics', '/events/a/event.ics', '/events/b/event.ics']);
  expect(read(files[0]?.text ?? '')).toHaveLength(2);
  expect(files[0]?.text).toContain('Example events');
  expect(planCalendars(siteOf())).toEqual([]);
});

test('addresses in a calendar have the base path of the site', () => {
  const site = siteOf({
    'content/settings/site.yml': settings({ url: 'https://example.org/site/' }),
    'content/events/a.md': event(),
  });
  expect(line(read(planCalendars(site)[0]?.text ?? '')[0], 'UID')).toBe('UID:https://example.org/site/events/a/');
});

test('an editor may link to the calendar and to the file of an event', () => {
  const report = checkReport({
    'content/events/a.md': event(),
    'content/blog/a.md': undefined,
    'content/pages/a.md': entry(
      { templateKey: 'generic-page', title: 'A', seo: { description: 'A.' } },
      '[all](/events/events.ics) [one](/events/a/event.ics)\n',
    ),
  });
  expect(report).toBe('');
});

test('an event that ends before it starts is a problem of its file, and its editor is reported', () => {
  expect(checkReport({ 'content/events/a.md': event({ end: '2026-06-12' }) })).toMatch(
    /content\/events\/a\.md:7:6 {2}error {2}“End”/,
  );
});

test('a file of static/ can’t have the place of a calendar, which would be written over it', () => {
  expect(checkReport({ 'content/events/a.md': event(), 'static/events/events.ics': 'x' })).toContain(
    'The address /events/events.ics is also that of',
  );
});
