import type { Consequence, Gone } from '../../checks/consequences/mend';
import { titleOf } from '../../content/entry';
import { nearestPage } from '../../site/addresses/redirects';
import type { Site } from '../../site/site';
import { askInDialog } from './dialog';
import { element } from './element';

/**
 * Says who refers to what a change takes away, and asks what takes its place. Gives what is taken along; undefined where the
 * change is not to be made.
 */
export async function askConsequences(
  found: readonly Consequence[],
  site: Site,
  isDeleted: boolean,
): Promise<Gone[] | undefined> {
  const parts = found.map((item) => partOf(item, site));
  const answer = await askInDialog({
    title: isDeleted ? 'What leads here' : 'What refers to this',
    content: parts.map(({ node }) => node),
    actions: [
      {
        label: isDeleted ? 'Delete, and change these too' : 'Save, and change these too',
        value: 'go',
        isGrave: isDeleted,
      },
      { label: 'Go back, and change nothing', value: '' },
    ],
  });
  return answer === 'go' ? parts.map(({ chosen }) => chosen()) : undefined;
}

interface Part {
  node: HTMLElement;
  chosen(): Gone;
}

function partOf({ gone, referrers }: Consequence, site: Site): Part {
  const list = element('ul', {}, ...referrers.map(({ title, file }) => element('li', { title: file }, title)));
  const who = referrers.length === 1 ? 'One entry' : `${referrers.length} entries`;
  const refers =
    gone.kind === 'page' ? (referrers.length === 1 ? 'links' : 'link') : referrers.length === 1 ? 'names' : 'name';
  const legend = gone.kind === 'page' ? `The page ${gone.from}` : `“${gone.from}”`;
  const told = referrers.length > 0 ? element('div', {}, element('p', {}, `${who} ${refers} it:`), list) : undefined;
  if (gone.to !== undefined) {
    const sentence =
      gone.kind === 'page'
        ? `It is at ${gone.to} from now on. Links are changed, and who asks for the former address is led there.`
        : `It is “${gone.to.value}” from now on, there too.`;
    return {
      node: element('fieldset', {}, element('legend', {}, legend), element('p', {}, sentence), told),
      chosen: () => gone,
    };
  }
  const options = gone.kind === 'page' ? pagesOf(site, gone.from) : namesOf(site, gone);
  const select = element('select', {}, ...options.map(({ value, label }) => element('option', { value }, label)));
  const label = gone.kind === 'page' ? 'Who asks for it, and links to it, are led to' : 'Name instead';
  return {
    node: element('fieldset', {}, element('legend', {}, legend), told, element('label', {}, label, select)),
    chosen() {
      const option = options.find(({ value }) => value === select.value);
      if (gone.kind === 'page') return { ...gone, to: select.value };
      return { ...gone, to: option && option.value !== '' ? { value: option.value, label: option.label } : undefined };
    },
  };
}

interface Option {
  value: string;
  label: string;
}

/** The pages that can take the place of one, the nearest first. */
function pagesOf(site: Site, from: string): Option[] {
  const nearest = nearestPage(site, from);
  const pages = site.entries.flatMap((entry): Option[] => {
    const value = site.addressByFile.get(entry.file);
    return value === undefined || value === from || value === nearest
      ? []
      : [{ value, label: `${titleOf(entry)} (${value})` }];
  });
  return [{ value: nearest, label: nearest }, ...pages.sort((one, other) => one.label.localeCompare(other.label))];
}

function namesOf(site: Site, gone: Extract<Gone, { kind: 'name' }>): Option[] {
  const names = site.entries.flatMap((entry): Option[] => {
    const value = entry.collection.name === gone.collection ? entry.data[gone.by] : undefined;
    return typeof value === 'string' && value !== gone.from ? [{ value, label: titleOf(entry) }] : [];
  });
  return [...names, { value: '', label: '– nothing: take it out –' }];
}
