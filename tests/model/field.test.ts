import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { adviceFor } from '../../src/model/advice';
import { explain } from '../../src/model/explain';
import * as field from '../../src/model/field';

/** What becomes of a value: the value, or what its editor is reported. */
function judge(schema: z.ZodType, value: unknown): unknown {
  const group = z.strictObject({ field: schema });
  const data = value === undefined ? {} : { field: value };
  const result = group.safeParse(data);
  if (result.success) return result.data.field;
  return explain(result.error, group, data)
    .map(({ message, advice }) => `${message} → ${adviceFor('file', advice)}`)
    .join('\n');
}

const date = field.date({ label: 'Date' });

test('a date is the moment in UTC, whichever zone it was written in', () => {
  expect(judge(date, '2026-03-04')).toBe('2026-03-04T00:00:00.000Z');
  expect(judge(date, '2026-03-04T15:00:00Z')).toBe('2026-03-04T15:00:00.000Z');
  expect(judge(date, '2026-03-04T23:30:00.5-08:00')).toBe('2026-03-05T07:30:00.500Z');
  expect(judge(date, '2024-02-29')).toBe('2024-02-29T00:00:00.000Z');
});

test('a date that does not exist is an error, and is never moved to another day', () => {
  expect(judge(date, '2016-19-17')).toMatchInlineSnapshot(
    `"“Date” is a date that does not exist: “2016-19-17” → correct the month or the day (year-month-day)"`,
  );
  expect(judge(date, '2026-02-31')).toMatchInlineSnapshot(
    `"“Date” is a date that does not exist: “2026-02-31” → correct the month or the day (year-month-day)"`,
  );
  expect(judge(date, '2025-02-29')).toMatchInlineSnapshot(
    `"“Date” is a date that does not exist: “2025-02-29” → correct the month or the day (year-month-day)"`,
  );
  expect(judge(date, '2026-00-10')).toMatchInlineSnapshot(
    `"“Date” is a date that does not exist: “2026-00-10” → correct the month or the day (year-month-day)"`,
  );
  expect(judge(date, '2026-04-31T10:00:00Z')).toMatchInlineSnapshot(
    `"“Date” is a date that does not exist: “2026-04-31T10:00:00Z” → correct the month or the day (year-month-day)"`,
  );
});

test('a time that does not exist is an error', () => {
  expect(judge(date, '2026-03-04T24:00:00Z')).toMatchInlineSnapshot(
    `"“Date” has a time that does not exist: “2026-03-04T24:00:00Z” → write it as 2026-03-04T15:00:00.000Z"`,
  );
  expect(judge(date, '2026-03-04T10:60:00Z')).toMatchInlineSnapshot(
    `"“Date” has a time that does not exist: “2026-03-04T10:60:00Z” → write it as 2026-03-04T15:00:00.000Z"`,
  );
  expect(judge(date, '2026-03-04T10:00:00+99:00')).toMatchInlineSnapshot(
    `"“Date” has a time that does not exist: “2026-03-04T10:00:00+99:00” → write it as 2026-03-04T15:00:00.000Z"`,
  );
});

test('a time without its zone is an error, for it would mean another moment on another machine', () => {
  expect(judge(date, '2026-03-04T15:00:00')).toMatchInlineSnapshot(
    `"“Date” has a time without its zone: “2026-03-04T15:00:00” → write 2026-03-04T15:00:00Z for UTC"`,
  );
});

test('a date in an odd form is an error that shows the form to write', () => {
  expect(judge(date, '2020-11-6T13:30:56.289Z')).toMatchInlineSnapshot(
    `"“Date” is not written as a date should be: “2020-11-6T13:30:56.289Z” → write 2020-11-06T13:30:56.289Z"`,
  );
  expect(judge(date, '2026-03-04 15:00 +0100')).toMatchInlineSnapshot(
    `"“Date” is not written as a date should be: “2026-03-04 15:00 +0100” → write 2026-03-04T15:00:00+01:00"`,
  );
  expect(judge(date, '04.03.2026')).toMatchInlineSnapshot(
    `"“Date” is not a date: “04.03.2026” → write it as 2026-03-04T15:00:00.000Z"`,
  );
  expect(judge(date, 'tomorrow')).toMatchInlineSnapshot(
    `"“Date” is not a date: “tomorrow” → write it as 2026-03-04T15:00:00.000Z"`,
  );
});

test('the form that an odd date is told to take is accepted', () => {
  const number = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 9999 }),
      number(13),
      number(32),
      number(25),
      number(61),
      fc.constantFrom('', 'Z', 'z', '+0100', '-08:00', ' +01:00'),
      fc.constantFrom('T', ' ', 't'),
      (year, month, day, hour, minute, zone, between) => {
        const written = `${year}-${month}-${day}${between}${hour}:${String(minute).padStart(2, '0')}${zone}`;
        const told = String(judge(date, written));
        const advice = /→ write (\S+)(?: for UTC)?$/.exec(told)?.[1];
        const settled = advice ? String(judge(date, advice)) : told;
        if (advice) expect(settled).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      },
    ),
  );
});

test('an accepted day is kept to the day', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      (moment) => {
        const day = moment.toISOString().slice(0, 10);
        expect(judge(date, day)).toBe(`${day}T00:00:00.000Z`);
        expect(judge(date, moment.toISOString())).toBe(moment.toISOString());
      },
    ),
  );
});

test('no text makes a date throw, and what is accepted is a moment', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d TZ:.+-]{1,30}$/)), (value) => {
      const told = String(judge(date, value));
      expect(told.includes('→') || new Date(told).toISOString() === told).toBe(true);
    }),
  );
});

test('text loses the space around it, and may not be only space', () => {
  expect(judge(field.text({ label: 'Title' }), '  A title ')).toBe('A title');
  expect(judge(field.text({ label: 'Title', hint: 'The headline.' }), '   ')).toMatchInlineSnapshot(
    `"“Title” is empty → write field: … (The headline)"`,
  );
});

test('text that is too long is told by how much', () => {
  expect(judge(field.text({ label: 'Title', max: 5 }), 'A title')).toMatchInlineSnapshot(
    `"“Title” has 7 characters, and may have 5 → shorten it"`,
  );
});

test('a field that is missing is named by its label, with its hint', () => {
  expect(judge(field.text({ label: 'Title', hint: 'The headline.' }), undefined)).toMatchInlineSnapshot(
    `"“Title” is missing → write field: … (The headline)"`,
  );
  expect(judge(field.list(field.text({ label: 'Host' }), { label: 'Hosts' }), undefined)).toMatchInlineSnapshot(
    `"“Hosts” is missing → write field: …"`,
  );
});

test('a value of the wrong kind is an error that shows how to write the right one', () => {
  expect(judge(field.text({ label: 'Title' }), 2026)).toMatchInlineSnapshot(
    `"“Title” must be text, and is a number: 2026 → put it in quotes: "2026""`,
  );
  expect(judge(field.text({ label: 'Title' }), ['a'])).toMatchInlineSnapshot(
    `"“Title” must be text, and is a list → write field: and the text on the same line"`,
  );
  expect(judge(field.text({ label: 'Title' }), { a: 1 })).toMatchInlineSnapshot(
    `"“Title” must be text, and is a group of fields → write field: and the text on the same line"`,
  );
  expect(judge(field.flag({ label: 'Draft' }), 'yes')).toMatchInlineSnapshot(
    `"“Draft” must be true or false, and is text: yes → write field: true or field: false"`,
  );
  expect(judge(field.number({ label: 'Posts', min: 1, max: 9 }), '3')).toMatchInlineSnapshot(
    `"“Posts” must be a whole number, and is text: 3 → write a whole number, without quotes"`,
  );
  expect(judge(field.number({ label: 'Posts', min: 1, max: 9 }), 2.5)).toMatchInlineSnapshot(
    `"“Posts” must be a whole number, and is a number: 2.5 → write a whole number, without quotes"`,
  );
  expect(judge(field.list(field.text({ label: 'Host' }), { label: 'Hosts' }), 'one')).toMatchInlineSnapshot(
    `"“Hosts” must be a list, and is text: one → write each item on a line of its own after “- ”"`,
  );
  expect(judge(field.group({ a: field.text({ label: 'A' }) }, { label: 'SEO' }), 'one')).toMatchInlineSnapshot(
    `"“SEO” must have fields of its own, and is text: one → write its fields below it, indented"`,
  );
});

test('a number beyond its bounds is told the bound', () => {
  expect(judge(field.number({ label: 'Posts', min: 1, max: 9 }), 0)).toMatchInlineSnapshot(
    `"“Posts” must be at least 1, not 0 → write a larger number"`,
  );
  expect(judge(field.number({ label: 'Posts', min: 1, max: 9 }), 10)).toMatchInlineSnapshot(
    `"“Posts” must be at most 9, not 10 → write a smaller number"`,
  );
});

test('a flag that is left out is false', () => {
  expect(judge(field.flag({ label: 'Draft' }), undefined)).toBe(false);
});

test('a list that may be one value gives a list either way', () => {
  const schema = field.oneOrMany(field.text({ label: 'Author' }), { label: 'Author' });
  expect(judge(schema, 'One')).toEqual(['One']);
  expect(judge(schema, ['One', 'Two'])).toEqual(['One', 'Two']);
  expect(judge(schema, [])).toMatchInlineSnapshot(`"“Author” is empty → write field: …"`);
  expect(judge(schema, undefined)).toMatchInlineSnapshot(`"“Author” is missing → write field: …"`);
});

test('an address is a web address or a path, and nothing that could run or hold a space', () => {
  const address = field.address({ label: 'Address' });
  for (const good of ['https://example.org/a', '/blog/a', 'blog/a']) expect(judge(address, good)).toBe(good);
  expect(judge(address, 'javascript:alert(1)')).toMatchInlineSnapshot(
    `"“Address” is not a web address: “javascript:alert(1)” → write an address such as https://example.org/page"`,
  );
  expect(judge(address, 'https://')).toMatchInlineSnapshot(
    `"“Address” is not a web address: “https://” → write an address such as https://example.org/page"`,
  );
  expect(judge(address, '/a b')).toMatchInlineSnapshot(
    `"“Address” contains a space: “/a b” → write the address without spaces, or with %20"`,
  );
  expect(judge(field.absoluteAddress({ label: 'Address' }), 'openinfra.dev')).toMatchInlineSnapshot(
    `"“Address” is not a whole web address: “openinfra.dev” → write it with https:// at its start"`,
  );
});

test('a picture that is not given as a path from the root is told its path', () => {
  const image = field.image({ label: 'Picture' });
  expect(judge(image, '/img/a.png')).toBe('/img/a.png');
  expect(judge(image, 'https://example.org/a.png')).toBe('https://example.org/a.png');
  expect(judge(image, 'static/img/a.png')).toMatchInlineSnapshot(
    `"“Picture” must be a path that begins with “/”, not “static/img/a.png” → write /img/a.png"`,
  );
  expect(judge(image, '../images/a.png')).toMatchInlineSnapshot(
    `"“Picture” must be a path that begins with “/”, not “../images/a.png” → write /img/a.png"`,
  );
  expect(judge(image, '//example.org/a.png')).toMatchInlineSnapshot(
    `"“Picture” must be a path that begins with “/”, not “//example.org/a.png” → write /img/a.png"`,
  );
});

test('a language is a tag, and not the language’s name', () => {
  const language = field.language({ label: 'Language' });
  for (const good of ['en', 'ko', 'pt-BR', 'zh-Hant']) expect(judge(language, good)).toBe(good);
  expect(judge(language, 'Korean')).toMatchInlineSnapshot(
    `"“Language” is not a language tag: “Korean” → write a tag such as en, ko or pt-BR"`,
  );
  expect(judge(language, 'en_US')).toMatchInlineSnapshot(
    `"“Language” is not a language tag: “en_US” → write a tag such as en, ko or pt-BR"`,
  );
});

test('a name that every object has is no field unless it is declared', () => {
  const title = field.text({ label: 'Title' });
  const schema = z.strictObject({ title });
  expect(field.childOf(schema, 'title')).toBe(title);
  expect(field.childOf(schema, 'constructor')).toBeUndefined();
  const blocks = field.blocks([field.block('quote', { title }, { label: 'Quote' })], { label: 'Sections' });
  const quote = { type: 'quote' };
  expect(field.childOf(field.childOf(blocks, 0) as z.ZodType, 'title', quote)).toBe(title);
  expect(field.childOf(field.childOf(blocks, 0) as z.ZodType, 'valueOf', quote)).toBeUndefined();
});

test('a text is one line, whatever a program takes for the end of one', () => {
  const title = field.text({ label: 'Title' });
  for (const end of ['\n', '\r', '\r\n', '\u2028', '\u2029']) {
    expect([end, judge(title, `One ${end}two`)]).toEqual([
      end,
      '“Title” is written on several lines → write it on one: One two',
    ]);
    expect(judge(field.longText({ label: 'Text' }), `One ${end}two`)).toBe(`One ${end}two`);
  }
  expect(judge(title, '\r\n One \u2028\n'), 'space around it does not count').toBe('One');
  expect(judge(field.text({ label: 'Title', max: 3 }), 'long')).toContain('has 4 characters, and may have 3');
});
