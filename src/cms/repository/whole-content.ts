import type { Surroundings, Texts } from '../../checks/consequences/whole';
import type { Collection } from '../../model/collection';
import { ledgerFile } from '../../site/addresses/ledger';
import type { Implementation } from '../decap';
import type { History } from './history';

/** How deep pages may stand in folders. */
const depth = 10;

/** All of the content as it is published now, and the ledger beside it; read anew each time, for others write too. */
export async function wholeContent(
  implementation: Implementation,
  collections: readonly Collection[],
  history: History | undefined,
): Promise<{ texts: Texts; ledger: Surroundings['ledger'] }> {
  if (history?.content) {
    const texts = new Map(await history.content());
    const ledger = texts.get(ledgerFile) ?? '';
    texts.delete(ledgerFile);
    return { texts, ledger };
  }
  const folders = new Map(
    collections.filter(({ single }) => !single).map(({ folder, format }) => [`content/${folder}`, format]),
  );
  const singles = collections.filter(({ single }) => single).map(({ folder, format }) => `content/${folder}.${format}`);
  const read = async (file: string) => [file, (await implementation.getEntry(file)).data ?? ''] as const;
  const [entries, files, [, ledger]] = await Promise.all([
    Promise.all([...folders].map(([folder, format]) => implementation.entriesByFolder(folder, format, depth))),
    Promise.all(singles.map(read)),
    read(ledgerFile),
  ]);
  const texts = new Map(entries.flat().map(({ data, file }) => [file.path, data] as const));
  for (const [file, text] of files) if (text !== '') texts.set(file, text);
  return { texts, ledger };
}
