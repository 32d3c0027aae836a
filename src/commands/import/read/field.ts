import { mask } from './mask';
import { keyOf, type Path, type Record, type Value } from './record';

/** A value that found no place in the new site, and why. */
export interface Left {
  file: string;
  line: number;
  /** Its path in the file: `header.image`. */
  name: string;
  /** Its beginning, without addresses of people and secrets. */
  value: string;
  why: string;
}

const noPlace = 'there is no place for it';

/**
 * A record while it is moved: what was taken is ticked off, so that in the end it is known what was not. One record is
 * moved by one reading.
 */
export class Reading {
  readonly root: Field;
  private readonly taken = new Set<string>();
  private readonly reasons = new Map<string, string>();

  constructor(readonly record: Record) {
    this.root = new Field(this, record.data, []);
  }

  tick(path: Path): void {
    this.taken.add(keyOf(path));
  }

  isTicked = (path: Path) => this.taken.has(keyOf(path));

  /** Leaves a value behind, for a reason of its own. */
  leave(path: Path, why: string): void {
    this.reasons.set(keyOf(path), why);
  }

  isLeft = (path: Path) => this.reasons.has(keyOf(path));

  /** What says something and was not taken, in the order of the file; fields that are `technical` say nothing to readers. */
  left(technical: readonly string[]): Left[] {
    const { file, lineOf } = this.record;
    return this.root
      .leaves()
      .filter(
        ({ path, value }) =>
          value.trim() !== '' && value !== 'false' && !this.isTicked(path) && !technical.includes(String(path.at(-1))),
      )
      .map(({ path, value }) => ({
        file,
        line: lineOf(path),
        name: path.join('.'),
        value: mask(String(path.at(-1)), value),
        why: this.reasonFor(path) ?? noPlace,
      }));
  }

  private reasonFor(path: Path): string | undefined {
    for (let length = path.length; length >= 0; length--) {
      const reason = this.reasons.get(keyOf(path.slice(0, length)));
      if (reason !== undefined) return reason;
    }
    return undefined;
  }
}

/** A place in a record: a value, a list, or fields. */
export class Field {
  constructor(
    readonly reading: Reading,
    readonly value: Value | undefined,
    readonly path: Path,
  ) {}

  get name(): string {
    return String(this.path.findLast((step) => typeof step === 'string') ?? '');
  }

  get isText(): boolean {
    return typeof this.value === 'string' && this.value.trim() !== '';
  }

  get isMap(): boolean {
    return typeof this.value === 'object' && !Array.isArray(this.value);
  }

  get isList(): boolean {
    return Array.isArray(this.value);
  }

  /** Nothing is said: it is absent, or only empty texts are in it. */
  get isEmpty(): boolean {
    return this.leaves().every(({ value }) => value.trim() === '');
  }

  /** Its fields, as they come. */
  fields(): Field[] {
    return this.isMap
      ? Object.entries(this.value as object).map(([key, value]) => new Field(this.reading, value, [...this.path, key]))
      : [];
  }

  items(): Field[] {
    return this.isList
      ? (this.value as Value[]).map((value, index) => new Field(this.reading, value, [...this.path, index]))
      : [];
  }

  /** The first of its fields that has one of these names, says something and was not taken. Capitals and signs between words do not count. */
  get(...names: readonly string[]): Field {
    const fields = this.fields();
    for (const wanted of names) {
      const found = fields.find(
        (field) => plainName(field.name) === plainName(wanted) && !field.isEmpty && !field.isTaken,
      );
      if (found) return found;
    }
    return new Field(this.reading, undefined, [...this.path, names[0] ?? '']);
  }

  has(...names: readonly string[]): boolean {
    return this.get(...names).value !== undefined;
  }

  /** The text, ticked off; nothing, where there is none. */
  take(): string | undefined {
    if (typeof this.value !== 'string') return undefined;
    this.reading.tick(this.path);
    return this.value.trim() || undefined;
  }

  /** Whether it says yes; ticked off. */
  flag(): boolean {
    return /^(?:true|yes|on|1)$/i.test(this.take() ?? '');
  }

  /** All that is in it counts as moved. */
  tickAll(): void {
    for (const { path } of this.leaves()) this.reading.tick(path);
  }

  /** Leaves all that is in it behind, for a reason of its own. */
  leave(why: string): void {
    this.reading.leave(this.path, why);
  }

  /** It was left behind as a whole. */
  get isLeft(): boolean {
    return this.reading.isLeft(this.path);
  }

  get isTaken(): boolean {
    const leaves = this.leaves().filter(({ value }) => value.trim() !== '');
    return leaves.length > 0 && leaves.every(({ path }) => this.reading.isTicked(path));
  }

  /** All texts in it. */
  leaves(): { path: Path; value: string }[] {
    return leavesOf(this.value, this.path);
  }
}

const plainName = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function leavesOf(value: Value | undefined, path: Path): { path: Path; value: string }[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return [{ path, value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...path, index]));
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]));
}
