import { Addresses, Orphans, Pages, Pictures, Waiting } from './chapters';
import type { Health } from './health';
import { Months } from './months';
import { Chapter, count, Day, Fine } from './parts';
import { Files, Kinds } from './problems';

/** The whole report, a page that needs no script and asks for nothing. */
export const Report = ({ health, styles }: { health: Health; styles: string }) => (
  <html lang="en">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="robots" content="noindex" />
      <title>{`How ${health.title} is`}</title>
      {/* An empty icon keeps browsers from asking for one. */}
      <link rel="icon" href="data:," />
      <style dangerouslySetInnerHTML={{ __html: styles }} />
    </head>
    <body>
      <header>
        <p className="quiet">
          Health report, <Day date={health.at} />
        </p>
        <h1>{health.title}</h1>
        <Verdict {...health} />
      </header>
      <main>
        <First {...health} />
        <Kinds {...health} />
        <Files {...health} />
        <Waiting {...health} />
        <Chapter
          name="months"
          title="How often you publish"
          lead="Posts that readers can find, by the month of their date."
        >
          {health.months.length === 0 ? <Fine>There are no posts yet.</Fine> : <Months months={health.months} />}
        </Chapter>
        <Orphans {...health} />
        <Pages {...health} />
        <Pictures {...health} />
        <Addresses {...health} />
      </main>
    </body>
  </html>
);

const countOf = ({ problems }: Pick<Health, 'problems'>, severity: string) =>
  problems.filter((problem) => problem.severity === severity).length;

function Verdict(health: Health) {
  const [errors, warnings] = [countOf(health, 'error'), countOf(health, 'warning')];
  const better = warnings > 0 && `${count(warnings, 'thing')} could be better`;
  if (errors > 0) {
    return (
      <p className="verdict error">
        The site can’t be published: {count(errors, 'fault')} must be fixed first.{better && ` ${better}.`}
      </p>
    );
  }
  return (
    <p className={`verdict ${better ? 'warning' : 'well'}`}>
      The site is sound. {better ? `${better}.` : 'All is well.'}
    </p>
  );
}

/** What to do first: at most a handful of steps, the most pressing above. */
function First(health: Health) {
  const { lost, files, problems, waiting, orphans } = health;
  const errors = countOf(health, 'error');
  const mechanical = problems.filter(({ fix }) => fix).length;
  const isFaulty = (file: { problems: Health['problems'] }) =>
    file.problems.some(({ severity }) => severity === 'error');
  const next = waiting.dated[0];
  const steps = [
    lost.length > 0 && (
      <li key="lost">
        <a href="#addresses">Lead {count(lost.length, 'lost address', 'lost addresses')} somewhere</a>: others link to
        {lost.length === 1 ? ' it' : ' them'}.
      </li>
    ),
    errors > lost.length && (
      <li key="errors">
        <a href="#files">Fix {count(errors - lost.length, 'error')}</a> on{' '}
        {count(files.filter(isFaulty).length, 'page')}; nothing new is published before.
      </li>
    ),
    mechanical > 0 && (
      <li key="fix">
        Ask somebody who knows the terminal to run <code>npm run fix</code>: it fixes {count(mechanical, 'fault')} by
        itself.
      </li>
    ),
    problems.length > errors && (
      <li key="kinds">
        <a href="#kinds">Look at the kinds of faults</a>, and begin with the one that occurs most.
      </li>
    ),
    orphans.length > 0 && (
      <li key="orphans">
        <a href="#orphans">Link to {count(orphans.length, 'page')}</a> that nobody finds.
      </li>
    ),
    next && (
      <li key="next">
        Build the site again on <Day date={next.date} />, when “{next.title}” is due.
      </li>
    ),
  ].filter(Boolean);
  return (
    <Chapter
      name="first"
      title="What to do first"
      lead="The most pressing comes first. Each step can be done by itself."
    >
      {steps.length === 0 ? <Fine>Nothing has to be done.</Fine> : <ol>{steps}</ol>}
    </Chapter>
  );
}
