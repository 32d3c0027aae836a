import type { Filed } from '../make/post';
import { addressName } from './addresses';

export interface Category {
  value: string;
  label: string;
  isTag?: boolean;
}

export interface Terms {
  categories: Category[];
  /** The category that is meant; undefined for what names none. */
  find(written: Filed): { value: string; label: string } | undefined;
}

/** What lists a post that names no category. */
export const fallback: Category = { value: 'uncategorized', label: 'Uncategorized' };

/** The categories of a site: those its settings name, and those its posts add. */
export function termsOf(known: readonly { value: string; label: string }[], written: readonly Filed[]): Terms {
  const byValue = new Map<string, Category>();
  const byLabel = new Map<string, string>();
  const add = (category: Category) => {
    if (byValue.has(category.value)) return;
    byValue.set(category.value, category);
    if (!byLabel.has(keyOf(category.label))) byLabel.set(keyOf(category.label), category.value);
  };
  for (const { value, label } of known) add({ value, label });
  // A value that is known keeps its label: a post may have an older one.
  for (const { value, label } of written) if (value && label && !byLabel.has(keyOf(label))) add({ value, label });
  for (const { value, label, isTag } of written) {
    const tag = isTag ? { isTag } : {};
    if (!value && label && !byLabel.has(keyOf(label))) add({ value: addressName(label) || label, label, ...tag });
    if (value && !label) add({ value, label: value, ...tag });
  }
  return {
    categories: [...byValue.values()],
    find({ value, label }) {
      const found = value !== undefined && byValue.has(value) ? value : label && byLabel.get(keyOf(label));
      return found ? { value: found, label: byValue.get(found)?.label ?? found } : undefined;
    },
  };
}

const keyOf = (label: string) => label.trim().toLowerCase();
