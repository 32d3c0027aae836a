import type { Problem } from '../../content/problem';
import { rules } from '../../rules/index';
import type { Health } from './health';
import { Chapter, count, Entry, Fine, Sentence } from './parts';

/** What is wrong, by what it is. */
export const Kinds = ({ kinds }: Pick<Health, 'kinds'>) => (
  <Chapter
    name="kinds"
    title="What could be better, by kind"
    lead="Faults of one kind are fixed in one go more easily than page by page. Red ones keep the site from being published."
  >
    {kinds.length === 0 && <Fine>Nothing is wrong.</Fine>}
    <ul className="kinds">
      {kinds.map(({ rule, severity, count: number, mechanical }) => (
        <li key={`${severity} ${rule}`} className={severity}>
          <p>
            <strong>
              <Sentence text={rules[rule].what} />
            </strong>{' '}
            <Severity severity={severity} number={number} />
          </p>
          <p>
            <Sentence text={rules[rule].advice} />
            {mechanical > 0 && (
              <span className="quiet">
                {' '}
                {mechanical === number ? 'The computer can do it' : `The computer can do it for ${mechanical} of them`}:{' '}
                <code>npm run fix</code>
              </span>
            )}
          </p>
          <p className="file">{rule}</p>
        </li>
      ))}
    </ul>
  </Chapter>
);

/** What is wrong, by where it is. */
export const Files = ({ files }: Pick<Health, 'files'>) => (
  <Chapter
    name="files"
    title="What could be better, page by page"
    lead="Open a page to see what is wrong with it; its name leads to its form, where you can fix it."
  >
    {files.length === 0 && <Fine>Every page is as it should be.</Fine>}
    {files.map(({ place, problems }) => (
      <details key={place.file} className="problems">
        <summary>
          {place.title} <span className="number">{problems.length}</span>
        </summary>
        <p>
          <Entry place={place} />
        </p>
        <ul>
          {problems.map((problem) => (
            <li
              key={`${problem.line} ${problem.column} ${problem.rule} ${problem.message}`}
              className={problem.severity}
            >
              {problem.message}. <span className="advice">{sentence(problem.advice)}</span>
              <span className="file">
                line {problem.line}, {problem.rule}
              </span>
            </li>
          ))}
        </ul>
      </details>
    ))}
  </Chapter>
);

const Severity = ({ severity, number }: { severity: Problem['severity']; number: number }) => (
  <span className="number">{severity === 'error' ? count(number, 'error') : count(number, 'warning')}</span>
);

/** Advice as a sentence; behind an address, a full stop would be taken for a part of it. */
const sentence = (advice: string) =>
  `${advice.charAt(0).toUpperCase()}${advice.slice(1)}${/[/#@:]\S*$/.test(advice) ? '' : '.'}`;
