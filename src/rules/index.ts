import { between } from './between';
import { external } from './external';
import { fields } from './fields';
import { files } from './files';
import { links } from './links';
import { pictures } from './pictures';
import { redirects } from './redirects';
import type { Rule } from './rule';
import { seo } from './seo';
import { settings } from './settings';
import { texts } from './texts';

const all = {
  ...files,
  ...fields,
  ...between,
  ...links,
  ...external,
  ...pictures,
  ...texts,
  ...seo,
  ...redirects,
  ...settings,
};

export type RuleName = keyof typeof all;

/** Every rule that a problem can be of. A new one is an entry in one of the files beside this. */
export const rules: Record<RuleName, Rule> = all;

/** The rules by what they are about, for people to read. */
export const chapters: Record<string, Record<string, Rule>> = {
  Files: files,
  Fields: fields,
  'Between files': between,
  Links: links,
  'Links to other sites': external,
  Pictures: pictures,
  Texts: texts,
  'Search engines': seo,
  Redirects: redirects,
  Settings: settings,
};

export const isRule = (name: string): name is RuleName => Object.hasOwn(rules, name);
