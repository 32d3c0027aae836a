import type { ComponentType } from 'react';
import { blockType } from '../model/field';
import type { AnyKind } from '../site/site';
import * as kinds from './kinds';

/** A view as those see it who find it by a name: what it must be given, its kind knows. */
export type View = ComponentType<object>;

const all: readonly AnyKind[] = Object.values(kinds);
const viewsBy = (pairs: [string, (props: never) => unknown][]) => Object.fromEntries(pairs) as Record<string, View>;

/** How a list is shown, by its name. */
export const listViews = viewsBy(
  all.flatMap(({ lists = {} }) => Object.entries(lists).map(([name, { view }]) => [name, view])),
);

/** How a section is shown, by its type. */
export const blockViews = viewsBy(
  all.flatMap(({ blocks = [] }) => blocks.map(({ schema, view }) => [blockType(schema), view])),
);

/** The templates that kinds have of their own, by their names. */
export const kindTemplates = viewsBy(
  all.flatMap(({ collection, template }) => (collection.template && template ? [[collection.template, template]] : [])),
);

/** The scripts for readers that kinds have, and the attribute by which a page asks for one. */
export const kindScripts = all.flatMap(({ collection: { name }, script }): [file: string, mark: string][] =>
  script ? [[`kinds/${name}/client`, script]] : [],
);
