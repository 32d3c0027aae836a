import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { freePort } from '../../src/cms/serve/content-server';
import { temporaryFolder } from '../temporary-folder';

/** A server of the system, started with a configuration of its own on the loopback interface. */
export interface RunningServer {
  url: string;
  stop(): void;
}

const has = (program: string) => spawnSync(program, ['-v']).error === undefined;

/** Whether a program of the system is there; tests that need it are skipped where it is not, and say so. */
export const isInstalled = { nginx: has('nginx'), caddy: has('caddy'), apache2: has('apache2') };

const brotliModule = ['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules']
  .map((folder) => join(folder, 'ngx_http_brotli_static_module.so'))
  .find(existsSync);
/** Whether nginx can serve what was packed with brotli. */
export const hasBrotli = brotliModule !== undefined;

/** A folder in which the site at `folder` lies at its base path, for servers that know one root. */
export function rootOf(folder: string, basePath: string): string {
  if (basePath === '/') return folder;
  const root = temporaryFolder('root');
  const place = join(root, basePath.slice(0, -1));
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(folder, place);
  return root;
}

/** Starts nginx over what `configOf` gives for a port. Rejects with what nginx says where it refuses it. */
export async function startNginx(configOf: (port: number) => string, http = ''): Promise<RunningServer> {
  const folder = temporaryFolder('nginx');
  const port = await freePort();
  writeFileSync(join(folder, 'site.conf'), configOf(port));
  const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${brotliModule ? `load_module ${brotliModule};\n` : ''}daemon off;\nworker_processes 1;\npid ${folder}/pid;\n${process.getuid?.() === 0 ? 'user root;\n' : ''}error_log stderr warn;
events { worker_connections 2048; }\nhttp {\naccess_log off;\n${http}\n${kept.join('\n')}\ninclude ${folder}/site.conf;\n}\n`,
  );
  return until(spawn('nginx', ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')]), port);
}

/** Resolves when something answers at a port; rejects with what the program said when it ends before that. */
export async function until(child: ChildProcess, port: number): Promise<RunningServer> {
  let said = '';
  child.stdout?.on('data', (data) => (said += data));
  child.stderr?.on('data', (data) => (said += data));
  const url = `http://127.0.0.1:${port}`;
  const stop = () => void child.kill();
  process.once('exit', stop);
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${said}`);
    const isThere = await fetch(url, { redirect: 'manual' }).then(
      () => true,
      () => false,
    );
    if (isThere) return { url, stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Starts Caddy over what `configOf` gives for its address. */
export async function startCaddy(configOf: (address: string) => string): Promise<RunningServer> {
  const folder = temporaryFolder('caddy');
  const port = await freePort();
  const file = join(folder, 'Caddyfile');
  writeFileSync(
    file,
    `{\nadmin off\nauto_https off\nstorage file_system ${folder}\n}\n${configOf(`http://127.0.0.1:${port}`)}`,
  );
  return until(spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile']), port);
}

/** Starts Apache over what `config` says of its site. */
export async function startApache(config: string): Promise<RunningServer> {
  const folder = temporaryFolder('apache');
  const port = await freePort();
  const modules = ['mpm_event', 'authz_core', 'dir', 'headers', 'mime', 'rewrite'];
  const lines = [
    `ServerRoot ${folder}`,
    `PidFile ${folder}/pid`,
    `ErrorLog ${folder}/errors`,
    'ServerName localhost',
    `Listen 127.0.0.1:${port}`,
    'TypesConfig /dev/null',
    ...modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
    // Files of the tests are for who runs them alone.
    ...(process.getuid?.() === 0 ? ['User nobody', 'Group nogroup'] : []),
    '<VirtualHost *>',
    config,
    '</VirtualHost>',
  ];
  writeFileSync(join(folder, 'httpd.conf'), `${lines.join('\n')}\n`);
  return until(spawn('apache2', ['-f', join(folder, 'httpd.conf'), '-D', 'FOREGROUND']), port);
}
