import type { YAMLMap, YAMLSeq } from 'yaml';
import type { Layout } from './write';

/** A piece of a text that is replaced. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** What edits are made in, and how new lines are to look. */
export interface Sheet {
  text: string;
  layout: Layout;
}

export type Collection = YAMLMap.Parsed | YAMLSeq.Parsed;
