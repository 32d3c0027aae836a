import type { Plan, SourceReport } from './plan';

/** What a run did with each file of the new site. */
export interface Outcome {
  /** New files, and those that were taken over again. */
  written: readonly string[];
  /** Files that both sites changed, and what came of it. */
  merged: readonly string[];
  /** Files that stay as they are: somebody changed them here, and they changed in the former site as well. */
  conflicts: readonly { file: string; why: string }[];
  unchanged: number;
}

/** How much of a site found no place. */
export const leftOut = ({ sources, questions, missing }: Plan, { conflicts }: Pick<Outcome, 'conflicts'>): number =>
  sources.reduce((sum, { left, why }) => sum + left.length + (why ? 1 : 0), 0) +
  questions.length +
  missing.size +
  conflicts.length;

/** The report of an import, in Markdown: for each file what it became, and all that found no place. */
export function formatReport(plan: Plan, outcome: Outcome): string {
  const { sources, questions, missing, unused, media, files, published } = plan;
  const moved = sources.filter(({ became }) => became.length > 0);
  const whole = moved.filter(({ left }) => left.length === 0);
  const partly = moved.filter(({ left }) => left.length > 0);
  const nothing = sources.filter(({ became }) => became.length === 0);
  const count = (number: number, one: string, more = `${one}s`) => `${number} ${number === 1 ? one : more}`;
  return `${[
    '# What was imported',
    `${count(sources.length, 'file')} became ${count(files.size, 'file')} and ${count(media.size, 'picture or document', 'pictures and documents')}; ${count(published.length, 'address', 'addresses')} went into the ledger. ${outcome.written.length} were written, ${outcome.unchanged} were there already.`,
    ...chapter(
      'Changed on both sides',
      'These files were changed here and in the former site. They are as they were here.',
      outcome.conflicts.map(({ file, why }) => `- ${code(file)}: ${why}`),
    ),
    ...chapter(
      'Changed here and there, and put together',
      '',
      outcome.merged.map((file) => `- ${code(file)}`),
    ),
    ...chapter(
      'To decide',
      'What has more than one right answer.',
      questions.map(({ file, line, what }) => `- ${code(`${file}:${line}`)}: ${what}`),
    ),
    ...chapter(
      'Pictures and documents that are not there',
      'They are named in texts and fields, and neither the folder nor its last commit has them.',
      [...missing].map(([path, from]) => `- ${code(path)}: ${[...new Set(from)].map(code).join(', ')}`),
    ),
    ...chapter(
      'Moved in part',
      'Each value that found no place, with the line it stands on.',
      partly.flatMap(leftLines),
    ),
    ...chapter(
      'Not moved',
      '',
      nothing.map(
        ({ file, why, left }) =>
          `- ${code(file)}: ${[why, ...left.map((one) => `line ${one.line}: ${one.why}`)].filter(Boolean).join('; ')}`,
      ),
    ),
    ...chapter(
      'Moved whole',
      '',
      whole.map(({ file, became, why }) => `- ${code(file)} → ${list(became)}${why ? `; ${why}` : ''}`),
    ),
    ...(unused > 0
      ? [`${count(unused, 'picture or document is', 'pictures and documents are')} named nowhere, and stayed behind.`]
      : []),
  ].join('\n\n')}\n`;
}

const chapter = (title: string, intro: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${title}`, ...(intro ? [intro] : []), lines.join('\n')];

const leftLines = ({ file, became, left, why }: SourceReport): string[] => [
  `- ${code(file)} → ${list(became)}${why ? `; ${why}` : ''}`,
  ...left.map(
    ({ line, name, value, why: reason }) =>
      `  - ${code(`${file}:${line}`)} ${name}: ${value ? `“${plain(value)}”, ` : ''}${reason}`,
  ),
];

/** Many files of one folder are its name and their number. */
function list(files: readonly string[]): string {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    const folder = file.replace(/[^/]+$/, '');
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders]
    .flatMap(([folder, inner]) => (inner.length > 3 ? [`${inner.length} files in ${code(folder)}`] : inner.map(code)))
    .join(', ');
}

const code = (text: string) => `\`${text.replaceAll('`', '')}\``;

/** A text that Markdown takes for nothing else. */
const plain = (text: string) => text.replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`);
