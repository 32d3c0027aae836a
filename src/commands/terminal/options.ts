import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearest } from '../../model/nearest';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options a command was called with. Throws with a sentence for whoever typed one that there is not. */
export const readOptions = <T extends Options>(options: T, args: string[]) => readLine(options, false, args).values;

/** The options a command was called with, and the words beside them. Throws as `readOptions` does. */
export function readLine<T extends Options>(options: T, allowPositionals: boolean, args: string[]) {
  const known = Object.keys(options).map((name) => `--${name}`);
  for (const argument of args) {
    const name = argument.split('=')[0] as string;
    if (!name.startsWith('--') || name === '--' || known.includes(name)) continue;
    const similar = nearest(name, known);
    throw new Error(`There is no option “${name}”. ${similar ? `Write ${similar}, or see` : 'See'} --help.`);
  }
  try {
    return parseArgs({ options, args, allowPositionals });
  } catch (error) {
    const [sentence] = String((error as Error).message).split(/\.?\s*\n|\. /);
    throw new Error(`${sentence?.replace(/'([^']*)'/g, '“$1”')}. See --help.`);
  }
}
