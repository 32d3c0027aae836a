import type { Collection } from '../../model/collection';
import type { CmsElement, ControlProps } from '../decap';
import type { SiteData } from '../serve/site-data';
import { plainOf } from './controls';

/** What can be chosen, and what is saved for it. */
interface Option {
  value: string;
  label: string;
}

/** As it stands in the file: a name, or `{ value, label }`; either may be missing of the latter. */
type Saved = string | { value?: string; label?: string };

const lastUsed = (model: unknown) => `site.last.${model}`;

/**
 * The control for references to other entries: one, or several. It offers what is published, and what the CMS finds
 * besides. What is chosen and is not offered any more is kept, and what is saved keeps its form.
 */
export function referenceControl(collections: readonly Collection[], { entries }: SiteData): unknown {
  const { h, createClass } = window;
  const titleOf = (name: string) => collections.find((collection) => collection.name === name)?.title;
  return createClass({
    getInitialState: () => ({ found: [] }),
    componentDidMount(this: Instance) {
      const { field, value, entry, forID, query, onChange } = this.props;
      const collection = String(field.get('collection'));
      const by = String(field.get('value_field'));
      query(forID, collection, [by], '').then(
        ({ payload }) =>
          this.setState({ found: (payload?.hits ?? []).map(({ data }) => optionOf(data, by, titleOf(collection))) }),
        () => {},
      );
      if (field.get('initial') !== 'last' || !entry.get('newRecord') || listOf(value).length > 0) return;
      const last = localStorage.getItem(lastUsed(field.get('model')));
      if (last) onChange(JSON.parse(last));
    },
    isValid: () => true,
    // Options come later than the value.
    shouldComponentUpdate: () => true,
    change(this: Instance, chosen: Saved[]) {
      const { field, onChange } = this.props;
      const value = field.get('multiple') ? chosen : (chosen.at(-1) ?? '');
      if (field.get('initial') === 'last') localStorage.setItem(lastUsed(field.get('model')), JSON.stringify(value));
      onChange(value);
    },
    render(this: Instance): CmsElement {
      const { field, value, forID, classNameWrapper, setActiveStyle, setInactiveStyle } = this.props;
      const by = String(field.get('value_field'));
      const published = entries
        .filter(({ collection }) => collection === field.get('collection'))
        .map(({ data }) => optionOf(data, by, titleOf(String(field.get('collection')))));
      const options = [
        ...new Map([...published, ...this.state.found].map((option) => [option.value, option])).values(),
      ].sort((a, b) => a.label.localeCompare(b.label));
      const chosen = listOf(value);
      const isMultiple = field.get('multiple') === true;
      const isOffered = (saved: Saved) => options.some((option) => isSame(option, saved));
      const label = String(field.get('label_singular') ?? field.get('label')).toLowerCase();
      const save = ({ value: name, label: text }: Option): Saved =>
        field.get('labelled') ? { value: name, label: text } : name;
      const pick = (event: { target: { value: string } }) => {
        const option = options.find((item) => item.value === event.target.value);
        if (option) this.change(isMultiple ? [...chosen, save(option)] : [save(option)]);
        else if (!isMultiple) this.change([]);
      };
      const select = h(
        'select',
        {
          id: forID,
          value: isMultiple ? '' : (options.find((option) => chosen[0] && isSame(option, chosen[0]))?.value ?? ''),
          onChange: pick,
          onFocus: setActiveStyle,
          onBlur: setInactiveStyle,
        },
        h('option', { value: '' }, isMultiple ? `Add ${/^[aeiou]/.test(label) ? 'an' : 'a'} ${label} …` : '–'),
        ...options
          .filter((option) => !isMultiple || !chosen.some((saved) => isSame(option, saved)))
          .map((option) => h('option', { key: option.value, value: option.value }, option.label)),
      );
      const shown = isMultiple ? chosen : chosen.filter((saved) => !isOffered(saved));
      return h(
        'div',
        { className: `${classNameWrapper} editor-reference` },
        shown.length > 0 &&
          h(
            'ul',
            null,
            ...shown.map((saved) =>
              h(
                'li',
                { key: nameOf(saved) },
                nameOf(saved),
                !isOffered(saved) && h('span', null, ' not in the list any more'),
                h(
                  'button',
                  {
                    type: 'button',
                    'aria-label': `Remove ${nameOf(saved)}`,
                    onClick: () => this.change(chosen.filter((other) => other !== saved)),
                  },
                  '×',
                ),
              ),
            ),
          ),
        select,
      );
    },
  });
}

interface Instance {
  props: ControlProps;
  state: { found: Option[] };
  setState(state: Instance['state']): void;
  change(chosen: Saved[]): void;
}

const optionOf = (data: Record<string, unknown>, by: string, title = by): Option => ({
  value: String(data[by] ?? ''),
  label: String(data[title] ?? data[by] ?? ''),
});

function listOf(value: unknown): Saved[] {
  const plain = plainOf(value);
  if (plain === undefined || plain === null || plain === '') return [];
  return (Array.isArray(plain) ? plain : [plain]) as Saved[];
}

const isSame = (option: Option, saved: Saved) =>
  typeof saved === 'string'
    ? saved === option.value
    : saved.value === undefined
      ? saved.label === option.label
      : saved.value === option.value;

const nameOf = (saved: Saved) => (typeof saved === 'string' ? saved : (saved.label ?? saved.value ?? ''));
