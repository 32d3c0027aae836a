import { existsSync } from 'node:fs';
import { packSite } from '../output/pack';
import { siteFolder } from '../output/publish';
import { readOptions } from './terminal/options';

const help = `Copies public/ to another folder, with packed copies beside its texts (brotli and gzip), for a server of your own. What
has not changed is not packed again.

  npm run pack [-- --to FOLDER]

  --to         where to; packed/, if it is left out
  --help, -h   prints this`;

export async function main(args: string[]): Promise<void> {
  const values = readOptions({ to: { type: 'string' }, help: { type: 'boolean', short: 'h' } }, args);
  if (values.help) return console.log(help);
  if (!existsSync(`${siteFolder}/index.html`))
    throw new Error(`There is no built site in ${siteFolder}/. Run: npm run build`);
  const to = values.to ?? 'packed';
  if (existsSync(to) && !existsSync(`${to}/index.html`))
    throw new Error(`“${to}” is there, and is no packed site. Name another folder.`);
  const { files, copied, removed } = await packSite(siteFolder, to);
  console.log(`${files} files in ${to}/, of which ${copied} were copied and packed; ${removed} are gone`);
}
