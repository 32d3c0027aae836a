import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { changesAsMarkdown, changesBetween, type Inventory, inventoryOf } from '../output/changes';
import { siteFolder } from '../output/publish';
import { readOptions } from './terminal/options';

const help = `Says which files of the built site are new, others than before, or gone, with their SHA-256: for hosts to which only what
changed is sent. “Before” is an inventory that this command wrote when the site was last sent.

  npm run changes -- --since deployed.json --save deployed.json > changes.json

  --of FOLDER    the site; public/, if it is left out
  --since FILE   the inventory to compare with; without the file all is new
  --save FILE    writes the inventory of the site as it is now
  --markdown     prints the pages with their weight, for people
  --help, -h     prints this`;

export function main(args: string[]): void {
  const values = readOptions(
    {
      of: { type: 'string' },
      since: { type: 'string' },
      save: { type: 'string' },
      markdown: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    args,
  );
  if (values.help) {
    console.log(help);
    return;
  }
  const folder = values.of ?? siteFolder;
  if (!existsSync(folder)) throw new Error(`There is no folder “${folder}”. Build first: npm run build`);
  const after = inventoryOf(folder);
  const before = values.since !== undefined && existsSync(values.since) ? read(values.since) : {};
  process.stdout.write(
    values.markdown ? changesAsMarkdown(before, after) : `${JSON.stringify(changesBetween(before, after), null, 2)}\n`,
  );
  if (values.save !== undefined) writeFileSync(values.save, `${JSON.stringify(after)}\n`);
}

function read(file: string): Inventory {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(
      `“${file}” is no inventory that “npm run changes -- --save” wrote. Delete it, and all counts as new.`,
    );
  }
}
