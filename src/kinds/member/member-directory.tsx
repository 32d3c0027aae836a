import type { WithWords } from '../../site/pages/props';
import { fill } from '../../site/words';
import type { Word } from './declaration';
import { Member, type MemberGroup } from './member-card';

interface Members {
  /** By level, in their order. */
  groups: (MemberGroup & { anchor: string })[];
  countries: string[];
  total: number;
}

/** All members by level. A script may show the form and hide what it doesn’t ask for; see the `data-` attributes. */
export const MemberDirectory = ({ groups, countries, total, words }: Members & WithWords<Word>) => (
  <div className="member-directory">
    <search aria-label={words.membersFilter} className="cluster" data-members-filter data-waiting>
      <label className="small">
        {words.membersFilterName} <input type="search" name="name" autoComplete="off" spellCheck={false} />
      </label>
      <Choice
        label={words.membersFilterLevel}
        all={words.membersFilterAll}
        name="level"
        options={groups.map(({ value, title }) => [value, title])}
      />
      <Choice
        label={words.membersFilterCountry}
        all={words.membersFilterAll}
        name="country"
        options={countries.map((country) => [country, country])}
      />
      <output className="quiet" data-members-status>
        {fill(words.membersCount, total)}
      </output>
    </search>
    <p className="cluster" data-members-none hidden>
      {words.membersNone}{' '}
      <button type="button" data-members-clear>
        {words.membersFilterClear}
      </button>
    </p>
    {groups
      .filter(({ members }) => members.length > 0)
      .map(({ anchor, title, text, members }, index) => (
        <section
          key={anchor}
          className="block sidebar"
          id={anchor}
          aria-labelledby={`${anchor}-title`}
          data-members-group
          data-rank={index + 1}
        >
          <div className="stack">
            <h2 id={`${anchor}-title`}>{title}</h2>
            <p className="numeral" data-members-count>
              {members.length}
            </p>
            {text && <p className="quiet">{text}</p>}
          </div>
          <ul className="grid">
            {members.map((member) => (
              <li key={member.href} data-name={member.label} data-level={member.level} data-country={member.country}>
                <Member {...member} />
              </li>
            ))}
          </ul>
        </section>
      ))}
  </div>
);

interface ChoiceProps {
  label: string;
  /** The option that asks for nothing. */
  all: string;
  name: string;
  options: [string, string][];
}

const Choice = ({ label, all, name, options }: ChoiceProps) => (
  <label className="small">
    {label}{' '}
    <select name={name}>
      <option value="">{all}</option>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  </label>
);
