import * as kinds from '../kinds/kinds';
import { buildTime, readSite } from '../load';
import { momentsAround } from '../output/unchanged';
import { readOptions } from './terminal/options';

const help = `Prints the moment at which the site will be another without anybody’s doing, as 2027-02-01T09:00:00.000Z: a post is due, an
event is over. Prints nothing where there is no such moment. For whoever builds by a clock.

  npm run -s due

  --help, -h   prints this

Environment
  SITE_NOW   the moment to look from; now, if it is not set`;

export function main(args: string[]): void {
  const values = readOptions({ help: { type: 'boolean', short: 'h' } }, args);
  if (values.help) {
    console.log(help);
    return;
  }
  const { site } = readSite(process.cwd(), { kinds, now: buildTime(), preview: false });
  if (!site) throw new Error('The settings of the site can’t be read. See: npm run check');
  const { before } = momentsAround(site);
  if (/^\d{4}-/.test(before)) console.log(before);
}
