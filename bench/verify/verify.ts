import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { UsageFault } from '../../cli/command.ts';
import { DEFAULT_POLICY } from '../../engine/policy/policy.ts';
import { newVerificationCode } from '../../engine/ids.ts';
import { instant, Zone } from '../../engine/time/instant.ts';
import { SERVICE_FLAGS } from '../../scripts/service-flags.mjs';
import { systemRandom } from '../../service/system.ts';
import type { ClientJob, ClientResult } from './client.ts';
import { fill, type Known } from './fill.ts';

const ROWS = 1_000_000;
const CONNECTIONS = 16;
const SERVER = path.join(import.meta.dirname, 'server.ts');
const CLIENT = path.join(import.meta.dirname, 'client.ts');

/** How many lookups a second the page's server answers over HTTP, asked by another process, with so many endorsements. */
export async function benchVerify([count = String(ROWS)]: readonly string[]): Promise<void> {
  const rows = Number(count);
  if (!Number.isSafeInteger(rows) || rows < 1) throw new UsageFault(`${count} is not a number of endorsements.`);
  const folder = mkdtempSync(path.join(tmpdir(), 'jiazhu-bench-'));
  const file = path.join(folder, 'bench.db');
  const dataKey = randomBytes(32);
  const today = new Zone(DEFAULT_POLICY.zone).dateOf(instant(Date.now()));
  let server: ChildProcess | undefined;
  try {
    say(`filling a database with ${rows} endorsements …`);
    const began = performance.now();
    const known = await fill({ file, dataKey, random: systemRandom, rows, today, qualification: 'constructor' });
    say(`filled in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    server = spawn(process.execPath, [...SERVICE_FLAGS, SERVER, file, dataKey.toString('hex')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await firstLine(server);
    await measureAll(folder, url, known, rows);
  } finally {
    server?.kill();
    rmSync(folder, { recursive: true });
  }
}

async function measureAll(folder: string, url: string, known: Known, rows: number): Promise<void> {
  const requests = requestsFor(known);
  const kinds: [string, ClientJob['requests']][] = [
    ['page by code', requests.pages],
    ['API by code', requests.codes],
    ['API by hash', requests.hashes],
    ['unknown codes', requests.unknown],
  ];
  for (const [what, asked] of kinds) {
    const result = await measure(folder, { url, requests: asked, measureMs: 4000 });
    const { p50_ms, p99_ms, per_s, worst_ms } = result;
    say(`${what.padEnd(16)} ${String(per_s).padStart(6)}/s, p50 ${p50_ms} ms, p99 ${p99_ms} ms, worst ${worst_ms} ms`);
  }
  // As they come in turn: nine out of ten find something, half of them on the page.
  const mixed = kinds.flatMap(([what, asked]) => (what === 'unknown codes' ? asked.slice(0, asked.length / 3) : asked));
  const { worst_ms: _worst, ...result } = await measure(folder, { url, requests: shuffled(mixed), measureMs: 10_000 });
  say(JSON.stringify({ bench: 'verify', rows, ...result }));
}

function requestsFor({ codes, hashes }: Known) {
  const api = '/api/v1';
  return {
    pages: codes.map((code) => ({ path: `/v/${code}`, status: 200 })),
    codes: codes.map((code) => ({ path: `${api}/endorsements/${code}`, status: 200 })).toReversed(),
    hashes: hashes.map((sha256) => ({ path: `${api}/verifications`, status: 200, body: JSON.stringify({ sha256 }) })),
    unknown: codes.map(() => ({ path: `/v/${newVerificationCode(systemRandom)}`, status: 404 })),
  };
}

async function measure(folder: string, job: Omit<ClientJob, 'connections' | 'warmUpMs'>): Promise<ClientResult> {
  const file = path.join(folder, 'job.json');
  const whole: ClientJob = { connections: CONNECTIONS, warmUpMs: 2000, ...job };
  writeFileSync(file, JSON.stringify(whole));
  const client = spawn(process.execPath, [CLIENT, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed] = await Promise.all([text(client.stdout), once(client, 'exit')]);
  return JSON.parse(printed) as ClientResult;
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new TypeError('the server has no output');
  const [chunk] = (await once(stdout, 'data')) as [Buffer];
  return chunk.toString().trim();
}

function shuffled<T>(items: readonly T[]): T[] {
  const keyed = items.map((item) => ({ item, key: randomBytes(6).readUIntBE(0, 6) }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
