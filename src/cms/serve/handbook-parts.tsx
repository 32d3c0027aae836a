import type { Collection } from '../../model/collection';
import { chapters } from '../../rules/index';
import { type CmsField, fieldsOf } from '../form/fields';

interface Declared {
  collections: readonly Collection[];
}

/** Every kind of content, and the form it is written in. The rules have a chapter of their own. */
export const Kinds = ({ collections }: Declared) =>
  collections
    .filter(({ technical }) => !technical)
    .map((collection) => (
      <section key={collection.name}>
        <h3>{collection.plural}</h3>
        <p>{collection.description}</p>
        <details>
          <summary>The fields of {collection.plural.toLowerCase()}</summary>
          <Fields fields={fieldsOf(collections, collection)} />
        </details>
      </section>
    ));

/** Every kind of section that a page may be built of. */
export const Sections = ({ collections }: Declared) =>
  collections
    .flatMap((collection) => fieldsOf(collections, collection))
    .flatMap(({ types = [] }) => types)
    .map(({ name, label, hint, fields = [] }) => (
      <details key={name}>
        <summary>{label}</summary>
        {hint && <p>{hint}</p>}
        <Fields fields={fields} />
      </details>
    ));

/** The fields of a form, and those within them. */
const Fields = ({ fields }: { fields: readonly CmsField[] }) => (
  <dl>
    {fields
      .filter(({ widget }) => widget !== 'hidden')
      .map(({ name, label, hint, required, fields: own, field: item, label_singular: one }) => {
        const within = own ?? (item && item.label !== label ? [item] : []);
        return (
          <div key={name}>
            <dt>
              {label} {required && <small>required</small>}
            </dt>
            <dd>
              {hint && <Words text={hint} />}
              {own && one && <p>For each {one}:</p>}
              {within.length > 0 && <Fields fields={within} />}
            </dd>
          </div>
        );
      })}
  </dl>
);

/** What the checks look for, and what to do. */
export const Rules = () =>
  Object.entries(chapters).map(([chapter, rules]) => (
    <section key={chapter}>
      <h3>{chapter}</h3>
      <dl>
        {Object.entries(rules).map(([name, { severity, what, advice, inForm }]) => (
          <div key={name}>
            <dt>
              <Words text={what} /> <small>{severity}</small>
            </dt>
            <dd>
              <Words text={inForm ?? advice} /> <code>{name}</code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));

/** A sentence in which signs between backticks are to be written as they stand. */
const Words = ({ text }: { text: string }) =>
  text.split('`').map((part, index) => (index % 2 ? <code key={part}>{part}</code> : part));
