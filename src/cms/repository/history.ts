import type { Forks } from './guard';

/** A change of a file. */
export interface Version {
  commit: string;
  author: string;
  /** ISO 8601. */
  date: string;
  message: string;
}

/** The repository that the content is kept in, as far as its interface can be asked. */
export interface History extends Forks {
  /** Who changed a file when, the last first; the newest hundred at most. */
  versions(file: string): Promise<Version[]>;
  /** All of the content as it is published, and the ledger, where they can be had at once. */
  content?(): Promise<ReadonlyMap<string, string>>;
  /** What a file said in a commit; undefined where it was not there. */
  text(file: string, commit: string): Promise<string | undefined>;
}

/** What a history is asked with. */
export interface Asked {
  branch: string;
  /** Of the person who is logged in. */
  token(): Promise<string | null>;
}
