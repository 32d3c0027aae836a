import type { Context } from '../make/context';
import type { Field, Reading } from '../read/field';
import type { Mapping } from '../read/mapping';
import type { Former } from '../read/site';
import { Names, type Placed, slugOf } from './entry';
import { Addresses, formerAddress, type Spot } from './locate';
import type { Frame } from './site';

export interface Question {
  file: string;
  line: number;
  what: string;
}

/** A move while it is planned: what has a place already, and what is to be asked. */
export class Move {
  readonly names = new Names();
  readonly placed: Placed[] = [];
  readonly questions: Question[] = [];
  /** The files that a source became. */
  readonly became = new Map<string, string[]>();
  /** Why nothing came of a source. */
  readonly whys = new Map<string, string>();
  readonly addresses: Addresses;
  private readonly byName: Map<string, Spot>;

  constructor(
    readonly former: Former,
    readonly mapping: Mapping,
    readonly frame: Frame,
    spots: readonly Spot[],
  ) {
    this.addresses = new Addresses(frame.hosts, ({ record }, what) =>
      this.ask(record.file, record.lineOf(['seo', 'url']), what),
    );
    this.byName = new Map(spots.map((spot) => [nameKey(lastName(spot.item.reading.record.file)), spot]));
  }

  ask(file: string, line: number, what: string): void {
    this.questions.push({ file, line, what });
  }

  /** What the makers of entries may ask about one file. */
  contextOf(reading: Reading): Context {
    const { file, lineOf } = reading.record;
    return {
      mapping: this.mapping,
      media: (written) => this.former.media.place(written, file),
      linkTo: (name) => {
        const spot = this.byName.get(nameKey(lastName(name)));
        return spot ? formerAddress(spot) : name;
      },
      note: (field: Field, what: string) => this.ask(file, lineOf(field.path), what),
    };
  }

  /** The text of a file, with its pictures where they will be. */
  textOf = ({ reading, body }: { reading: Reading; body: string }) =>
    this.former.media.rewrite(body, reading.record.file);

  place(reading: Reading | undefined, entry: Placed): void {
    this.placed.push(entry);
    if (!reading) return;
    const { file } = reading.record;
    this.became.set(file, [...(this.became.get(file) ?? []), entry.file]);
  }
}

/** The name of a file without folders, ending and the day before it; of a folder’s own page, that of the folder. */
const lastName = (path: string) =>
  path
    .replace(/\.\w+$/, '')
    .replace(/\/_?index$/, '')
    .split('/')
    .pop()
    ?.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '') ?? path;

/** Names that differ in capitals, accents and signs are one. */
export const nameKey = (name: string) => slugOf(name).replaceAll('-', '');

/** Fields of an entry that asks for an address of its own. */
export function withUrl(
  fields: { [key: string]: unknown },
  { url }: Pick<Frame, 'url'>,
  address: string,
): { [key: string]: unknown } {
  const path = address
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/(?<=.)\/$/, '');
  return { ...fields, seo: { ...(fields['seo'] as object), url: new URL(url).origin + path } };
}
