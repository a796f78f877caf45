// Plain JavaScript without dependencies: this runs before anything is installed, on any Node ≥ 20.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { sqliteBinary } from './installed.mjs';

const HEARTBEAT_MS = process.stderr.isTTY ? 1000 : 15_000;

/**
 * Runs `npm ci`, saying on standard error what it is doing. Resolves to whether it worked.
 * @param {string} root the project's folder
 */
export async function install(root) {
  const started = Date.now();
  say('Jiazhu: installing what is missing (once; 1–4 minutes, longer where sqlite3 has to be compiled).');
  const heartbeat = setInterval(() => progress(root, started), HEARTBEAT_MS);
  const { code, output } = await runNpm(root, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  clearInterval(heartbeat);
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[2K');
  if (code === 0) {
    say(`Jiazhu: installed in ${seconds(started)} s.`);
    return true;
  }
  say(output.trimEnd().split('\n').slice(-25).join('\n'));
  say('');
  say(advice(output));
  return false;
}

/** What to do about a failed installation, as far as its output tells. @param {string} output */
export function advice(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|network/i.test(output) && !/gyp ERR!/.test(output)) {
    return 'Jiazhu: npm could not reach its registry. Check the network (or the proxy settings of npm) and run the command again.';
  }
  if (/gyp ERR!|make: |not found: make|find Python/i.test(output)) {
    return (
      'Jiazhu: sqlite3 has no ready-made build for this machine and could not be compiled. Compiling needs Python 3, make and a\n' +
      'C++ compiler (Debian, Ubuntu: apt install build-essential python3; macOS: xcode-select --install). Then run the command again.'
    );
  }
  if (/ENOSPC/.test(output))
    return 'Jiazhu: the disk is full. The packages need about 700 MB; free some and run the command again.';
  if (/EACCES|EPERM/.test(output))
    return 'Jiazhu: this folder cannot be written to. Check its owner and permissions, then run the command again.';
  return 'Jiazhu: the installation failed; the reason is above. Run the command again once it is mended.';
}

/** @param {string} root @param {string[]} args @returns {Promise<{ code: number, output: string }>} */
function runNpm(root, args) {
  // Inside `npm run`, npm tells where it is; that also works where `npm` is a script for a shell.
  const npm = process.env['npm_execpath'];
  const [command, prefix] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  return new Promise((resolve) => {
    const child = spawn(command, [...prefix, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command === 'npm' && process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: `npm could not be started: ${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** @param {string} root @param {number} started */
function progress(root, started) {
  const sqlite = path.join(root, 'node_modules', 'sqlite3');
  const compiling = existsSync(path.join(sqlite, 'build', 'Makefile')) && !existsSync(sqliteBinary(root));
  const what = compiling ? 'compiling sqlite3 for this machine (2–3 minutes)' : 'fetching and unpacking packages';
  const line = `Jiazhu: ${what} … ${seconds(started)} s`;
  process.stderr.write(process.stderr.isTTY ? `\r\u001B[2K${line}` : `${line}\n`);
}

/** @param {number} started */
function seconds(started) {
  return Math.round((Date.now() - started) / 1000);
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}
