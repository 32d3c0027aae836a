import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readAnswers } from '../hosts/answers';
import { apacheConfig } from '../hosts/apache';
import { caddyConfig } from '../hosts/caddy';
import { firebaseConfig } from '../hosts/firebase';
import { nginxConfig } from '../hosts/nginx';
import { nearest } from '../model/nearest';
import { siteFolder } from '../output/publish';
import { readLine } from './terminal/options';

const help = `Prints the configuration with which a server answers as “npm run serve” does: redirects, headers, packed copies. It is
made of what the build wrote into public/, so build first; docs/hosts/ says where it goes.

  npm run host -- nginx --name example.org --root /srv/site > site.conf

  nginx, caddy, apache, firebase   for which server

  --root FOLDER     where the site lies on the server; public/, if it is left out
  --name NAME       the host names that the server answers to
  --listen PORT     nginx: address and port; 80, if it is left out
  --brotli          nginx: its module for brotli is there
  --out FILE        writes a file instead of printing
  --help, -h        prints this`;

const servers = ['nginx', 'caddy', 'apache', 'firebase'] as const;

export function main(args: string[]): void {
  const { values, positionals } = readLine(
    {
      root: { type: 'string' },
      name: { type: 'string' },
      listen: { type: 'string' },
      brotli: { type: 'boolean' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    true,
    args,
  );
  if (values.help) {
    console.log(help);
    return;
  }
  const [asked = ''] = positionals;
  const server = servers.find((name) => name === asked);
  if (!server) {
    const similar = nearest(asked, servers);
    throw new Error(
      `${asked ? `There is no server “${asked}”.` : 'Name a server.'} Write ${similar ?? servers.join(', ')}.`,
    );
  }
  if (!existsSync(`${siteFolder}/_headers`))
    throw new Error(`There is no built site in ${siteFolder}/. Run: npm run build`);
  const answers = readAnswers(siteFolder);
  const root = values.root ?? resolve(siteFolder);
  const name = values.name ?? '';
  const text = {
    nginx: () =>
      nginxConfig(answers, {
        root,
        listen: values.listen ?? '80',
        serverName: name || '_',
        brotli: values.brotli === true,
      }),
    caddy: () => caddyConfig(answers, { root, address: name || ':80' }),
    apache: () => apacheConfig(answers, { root }),
    firebase: () => firebaseConfig(answers),
  }[server]();
  if (values.out === undefined) process.stdout.write(text);
  else if (!existsSync(values.out) || readFileSync(values.out, 'utf8') !== text) writeFileSync(values.out, text);
}
