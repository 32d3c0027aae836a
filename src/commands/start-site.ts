import * as kinds from '../kinds/kinds';
import { buildTime } from '../load';
import { type Answers, readAnswer } from './start-site/answers';
import { ask } from './start-site/ask';
import { firstFiles } from './start-site/first-files';
import { refuseLoss } from './start-site/refuse-loss';
import { replaceSite } from './start-site/replace';
import { readOptions } from './terminal/options';

const names = Object.keys(kinds);

const help = `Makes a site of your own of this project: puts first pages, which say what to write, in the place of the sample.
Asks for what no option says, or takes what is usual where there is no terminal.

  npm run start-site [-- options]

  --name       what the site is called: "Example Foundation"
  --url        where it will be: https://example.org/
  --language   the tag of its language; en
  --color      its color in digits: 0b6e99
  --logo       the file of its logo, an SVG or PNG; without one its name is set as type
  --blog       where its blog is; /blog/
  --kinds      what there is beside posts and pages: all, none, or some of ${names.join(', ')}
  --yes        asks nothing; --name and --url must be given
  --replace    replaces a site that is somebody's own already, or has changes that are not committed
  --help, -h   prints this

Exit codes
  0  the site is there
  1  whoever was asked went no further; nothing was changed
  2  could not run; nothing was changed`;

const usual: Answers = { name: '', url: '', language: 'en', color: '#0b6e99', blog: '/blog/', kinds: [] };

export async function main(args: string[]): Promise<number> {
  const {
    help: isHelp,
    yes,
    replace,
    ...options
  } = readOptions(
    {
      name: { type: 'string' },
      url: { type: 'string' },
      language: { type: 'string' },
      color: { type: 'string' },
      logo: { type: 'string' },
      blog: { type: 'string' },
      kinds: { type: 'string' },
      yes: { type: 'boolean', short: 'y' },
      replace: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    args,
  );
  if (isHelp) {
    console.log(help);
    return 0;
  }
  const root = process.cwd();
  if (!replace) refuseLoss(root, 'add --replace');
  const given = answersOf(options);
  const answers = yes || !process.stdin.isTTY ? complete(given) : await ask(given, kinds, usual);
  if (!answers) return 1;
  const now = buildTime();
  replaceSite(root, firstFiles(answers, kinds, now.slice(0, 10)), { kinds, now });
  console.log(`${answers.name} is here. Its words are in content/, its colors and logo in content/settings/brand.yml.

  npm run develop    shows it while you write
  npm run check      tells what is wrong
  npm run build      makes public/

The pages say what to write in them. docs/own-site.md tells what is yours, and how to upgrade.`);
  return 0;
}

/** The answers among the options. Throws at the first that can't be taken, with its name. */
function answersOf(options: Record<string, string | undefined>): Partial<Answers> {
  const read = Object.entries(options).flatMap(([key, value]) => {
    if (value === undefined) return [];
    try {
      return [[key, key === 'kinds' ? readAnswer.kinds(value, names) : readAnswer[key as 'name'](value)]];
    } catch (error) {
      throw new Error(`--${key}: ${(error as Error).message}`);
    }
  });
  return Object.fromEntries(read);
}

function complete(given: Partial<Answers>): Answers {
  const missing = (['name', 'url'] as const).filter((key) => given[key] === undefined);
  if (missing.length > 0) {
    throw new Error(
      `Add ${missing.map((key) => `--${key}`).join(' and ')}: nobody can be asked here. See --help. Nothing was changed.`,
    );
  }
  return { ...usual, ...given };
}
