import { plainOf, roleOf } from '../make/context';
import { makePost, type PostDraft } from '../make/post';
import { addressRulesFor, type Item } from '../read/site';
import { addressName, pathIn, withSlashes } from './addresses';
import { slugOf } from './entry';
import type { Spot } from './locate';
import { type Move, nameKey, withUrl } from './move';
import type { Found } from './settings';
import { type Category, fallback, termsOf } from './terms';

/** Places all posts, the authors who sign them, and the categories that list them. */
export function placePosts(move: Move, found: Found, spots: readonly Spot[]): void {
  const { addresses, former, mapping } = move;
  const drafts = spots.map((spot) => ({ spot, draft: draftOf(move, spot) }));
  const known = mapping.addresses[former.rules.family];
  const authors = new Authors(move, [...addressRulesFor(former, 'author|writer|contributor'), ...known.author]);
  for (const item of former.items) if (item.target === 'author') authors.read(item);
  for (const { key, name, organization } of found.authors)
    authors.add(name, { fields: organization ? { organization } : {}, keys: [key] });

  const terms = termsOf(
    found.categories,
    drafts.flatMap(({ draft }) => draft.categories),
  );
  const siteName = found.title ?? 'Editorial team';
  let unfiled = 0;
  let unsigned = 0;
  // Of two that ask for one address, that whose file is called so has it.
  const isNamed = ({ asked, byFile }: Spot) => Number(asked !== undefined && pathIn(asked)?.path === byFile);
  for (const { spot, draft } of [...drafts].sort((a, b) => isNamed(b.spot) - isNamed(a.spot))) {
    const { reading } = spot.item;
    // What is a draft was never anywhere.
    const isDraft = draft.fields['draft'] === true;
    const address = addresses.give(spot);
    for (const alias of spot.aliases) addresses.lead(alias, address);
    for (const name of draft.authors) {
      if (authors.find(name) !== undefined) continue;
      const { file, lineOf } = reading.record;
      move.ask(file, lineOf(['author']), `its author “${name}” had no file, and has one now`);
      authors.add(name);
    }
    if (draft.authors.length === 0) {
      unsigned++;
      authors.add(siteName, { fields: { team: true } });
    }
    const signed = draft.authors.length === 0 ? [siteName] : draft.authors.map((name) => authors.find(name) ?? name);
    const filed = draft.categories.flatMap((one) => terms.find(one) ?? []);
    if (filed.length === 0) unfiled++;
    placePost(move, spot, draft, address, signed, filed.length > 0 ? filed : [fallback], isDraft);
  }
  const rules = [...addressRulesFor(former, 'categor'), ...known.category];
  const tagRules = [...addressRulesFor(former, 'tag'), ...known.tag];
  placeCategories(move, unfiled > 0 ? [...terms.categories, fallback] : terms.categories, rules, tagRules);
  if (unsigned > 0) {
    move.ask(
      'content/authors',
      1,
      `${many(unsigned)} named no author: “${siteName}” signs ${unsigned === 1 ? 'it' : 'them'}`,
    );
  }
  if (unfiled > 0) {
    move.ask(
      'content/categories',
      1,
      `${many(unfiled)} had no category: “${fallback.label}” lists ${unfiled === 1 ? 'it' : 'them'}`,
    );
  }
}

function draftOf(move: Move, { item, day }: Spot): PostDraft {
  const { reading } = item;
  const draft = makePost(move.contextOf(reading), reading.root, move.textOf(item), day);
  if (/(?:^|\/)_drafts\//.test(reading.record.file)) draft.fields['draft'] = true;
  return draft;
}

function placePost(
  move: Move,
  { item }: Spot,
  { title, fields, body }: PostDraft,
  address: string,
  signed: readonly string[],
  filed: readonly { value: string; label: string }[],
  isDraft: boolean,
): void {
  const { frame, names } = move;
  const plain = withSlashes(address).replace(/\.\w+$/, '/');
  const file = names.free('content/blog', slugOf(plain.split('/').findLast(Boolean) ?? title), 'md');
  const natural = `${frame.blog}${file.slice('content/blog/'.length, -'.md'.length)}/`;
  const category = [...new Map(filed.map(({ value, label }) => [value, { value, label }])).values()];
  const { title: name, date, ...rest } = fields;
  const author = signed.length === 1 ? signed[0] : signed;
  const all = { title: name, author, ...(date ? { date } : {}), category, ...rest };
  move.place(item.reading, {
    file,
    body,
    title,
    ...(isDraft ? {} : { address }),
    fields: natural === plain ? all : withUrl(all, frame, plain),
  });
  if (plain !== address && !isDraft) move.addresses.lead(address, plain);
}

/** The authors of a site, found by their names and by what posts call them. */
class Authors {
  private readonly names = new Map<string, string>();

  constructor(
    private readonly move: Move,
    private readonly rules: readonly string[],
  ) {}

  find = (name: string) => this.names.get(nameKey(name));

  add(
    name: string,
    { fields = {}, body = '', keys = [], item }: { fields?: object; body?: string; keys?: string[]; item?: Item } = {},
  ) {
    if (this.find(name) === undefined) {
      const file = this.move.names.free('content/authors', slugOf(name), 'md');
      const address = oneOf(this.rules, name);
      this.move.place(item?.reading, { file, fields: { name, ...fields }, body, title: name, address });
      this.names.set(nameKey(name), name);
    }
    for (const key of keys) if (!this.names.has(nameKey(key))) this.names.set(nameKey(key), this.find(name) ?? name);
  }

  read(item: Item): void {
    const { reading } = item;
    const context = this.move.contextOf(reading);
    const name = plainOf(context, roleOf(context, reading.root, 'name'));
    if (!name) return;
    const organization = plainOf(context, roleOf(context, reading.root, 'organization'));
    const own = (reading.record.file.split('/').pop() ?? '').replace(/\.\w+$/, '');
    const fields = organization ? { organization } : {};
    this.add(name, { fields, body: this.move.textOf(item).trim(), keys: [own], item });
  }
}

function placeCategories(
  move: Move,
  categories: readonly Category[],
  rules: readonly string[],
  tagRules: readonly string[],
): void {
  const items = move.former.items.filter(({ target }) => target === 'category');
  const titleOf = ({ reading }: Item) => String(reading.record.data['title'] ?? reading.record.data['name'] ?? '');
  for (const { value, label, isTag } of categories) {
    const own = items.find((item) => nameKey(titleOf(item)) === nameKey(label));
    const description = own && plainOf(move.contextOf(own.reading), own.reading.root.get('description', 'subTitle'));
    own?.reading.root.get('title', 'name').take();
    move.place(own?.reading, {
      file: move.names.free('content/categories', slugOf(label), 'yml'),
      fields: { value, label, description: description ?? `Posts on ${label}.` },
      body: '',
      title: label,
      address: value === fallback.value ? undefined : oneOf(isTag ? tagRules : rules, label),
    });
  }
}

const oneOf = ([rule]: readonly string[], name: string): string | undefined =>
  rule === undefined ? undefined : withSlashes(rule.replace('{name}', addressName(name)));

const many = (count: number) => `${count} post${count === 1 ? '' : 's'}`;
