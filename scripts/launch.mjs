// node scripts/launch.mjs FILE [ARG …]
//
// Runs FILE with the project's own Node, after installing what is missing. FILE is a module of the
// project or the name of an installed tool (vitest, tsc, …). Plain JavaScript without dependencies,
// so that any Node ≥ 20 is enough to start.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';
import { isInstalled, nodeBinary } from './installed.mjs';
import { SERVICE_FLAGS } from './service-flags.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [file, ...args] = process.argv.slice(2);

if (!file) {
  process.stderr.write('Usage: node scripts/launch.mjs FILE [ARG …]\n');
  process.exit(2);
}
// The service and its command line run without the development packages.
if (!isInstalled(root, { dev: file !== 'main.ts' }) && !(await install(root))) process.exit(1);

const bin = path.join(root, 'node_modules', '.bin');
const isModule = existsSync(path.join(root, file));
const command = isModule ? nodeBinary(root) : path.join(bin, process.platform === 'win32' ? `${file}.cmd` : file);
const flags = file === 'main.ts' ? SERVICE_FLAGS : [];
const child = spawn(command, isModule ? [...flags, path.join(root, file), ...args] : args, {
  cwd: isModule ? process.cwd() : root,
  stdio: 'inherit',
  shell: !isModule && process.platform === 'win32',
  env: {
    // glibc keeps a heap for each thread otherwise: 20 MB more over a long run.
    MALLOC_ARENA_MAX: '2',
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
  },
});

// A terminal's Ctrl-C reaches the child by itself; the launcher only waits for it to finish.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  process.stderr.write(`Jiazhu: ${file} could not be started: ${error.message}\n`);
  process.exit(1);
});
child.on('close', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
