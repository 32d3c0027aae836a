import { checks } from '../../collections/settings/checks';
import { type AnyEntry, entriesOf } from '../../content/entry';
import { type Problem, problemAt } from '../../content/problem';
import { valuesOf } from '../../content/values';
import { type RuleName, rules } from '../../rules/index';
import { resolveLink } from '../../site/links/links';
import type { Site } from '../../site/site';
import { judge } from '../judge';
import { bodiesOf, lookThrough } from '../texts/body';
import { targetsOf } from '../texts/links';
import { type Answer, type Manners, manners } from './ask';
import { askAll } from './ask-all';
import { openKnown } from './known';

interface Options {
  /** Asks again for what earlier runs found out. */
  fresh?: boolean;
  /** Told after each address: how many are answered, of how many. */
  onProgress?: (done: number, total: number) => void;
  manners?: Partial<Manners>;
}

/**
 * Asks every address of another site that the content links to, once, and tells what is wrong with it at every link. What
 * was found out is kept between runs; the settings name hosts that are left alone. Rejects when nobody
 * answers, since that says more of this computer than of the links.
 */
export async function checkExternal(
  root: string,
  site: Site,
  { fresh = false, onProgress, manners: asked }: Options = {},
): Promise<Problem[]> {
  const allowed = entriesOf(site.entries, checks)[0]?.data.external?.allow ?? [];
  const links = site.entries
    .flatMap((entry) => externalLinks(site, entry))
    .filter(({ address }) => !isAllowed(address, allowed));
  const known = openKnown(root, { fresh });
  const answers = await askAll(
    links.map(({ address }) => address),
    {
      manners: { ...manners, agent: `${manners.agent} for ${site.settings.url}`, ...asked },
      known,
      ...(onProgress ? { onProgress } : {}),
    },
  );
  if (answers.size >= enough && [...answers.values()].every(({ kind }) => kind === 'silent')) {
    throw new Error(`None of ${answers.size} addresses of other sites answers. Look whether this computer is online.`);
  }
  known.save();
  const problems = links.flatMap(({ address, complain }) => {
    const complaint = explain(address, answers.get(address) ?? { kind: 'fine' });
    return complaint ? [complain(...complaint)] : [];
  });
  return judge(problems, site.entries, (rule) => rules[rule].onRequest === true);
}

/** So many addresses on the internet are never all silent. */
const enough = 5;

interface ExternalLink {
  /** Without what follows `#`, which no host is reported. */
  address: string;
  complain(rule: RuleName, message: string, advice: string): Problem;
}

function externalLinks(site: Site, entry: AnyEntry): ExternalLink[] {
  const link = (target: string, complain: ExternalLink['complain']): ExternalLink[] => {
    const { href, external } = resolveLink(site, entry.file, target);
    if (!external || !/^https?:/i.test(href) || !URL.canParse(href)) return [];
    const address = new URL(href);
    address.hash = '';
    return [{ address: address.href, complain }];
  };
  const ofFields = valuesOf(entry).flatMap(({ path, value, info }) =>
    typeof value === 'string' && (info?.kind === 'address' || info?.kind === 'image')
      ? link(value, (rule, message, advice) => problemAt(entry, rule, path, message, advice))
      : [],
  );
  const ofBodies = bodiesOf(entry)
    .filter(({ markdown }) => /https?:|www\.|\/\//i.test(markdown))
    .flatMap((body) =>
      lookThrough(body, targetsOf).flatMap(({ offset, target }) =>
        link(target, (rule, message, advice) => body.problem(rule, offset, message, advice)),
      ),
    );
  return [...ofFields, ...ofBodies];
}

const isAllowed = (address: string, allowed: readonly string[]) =>
  allowed.some((item) =>
    item.includes('/') ? address.startsWith(item) : new URL(address).hostname === item.toLowerCase(),
  );

function explain(address: string, answer: Answer): [RuleName, string, string] | undefined {
  const link = `The link “${address}”`;
  switch (answer.kind) {
    case 'fine':
      return undefined;
    case 'moved':
      return ['moved-external-link', `${link} leads to a page that has moved for good`, `write ${answer.to}`];
    case 'gone':
      return [
        'dead-external-link',
        `${link} is dead: the other site has no such page (${answer.status})`,
        'correct the address, or remove the link',
      ];
    case 'circle':
      return [
        'dead-external-link',
        `${link} is dead: the other site redirects it in a circle`,
        'correct the address, or remove the link',
      ];
    case 'silent':
      return [
        'unreachable-external-link',
        `${link} can’t be reached: ${answer.reason}`,
        'open it in a browser, and correct or remove it if nothing is there',
      ];
    case 'closed':
      return [
        'unverified-external-link',
        `${link} can’t be checked: its host ${answer.status === 429 ? 'is too busy' : 'does not answer programs'} (${answer.status})`,
        'open it in a browser, and allow its host in content/settings/checks.yml if it works',
      ];
  }
}
