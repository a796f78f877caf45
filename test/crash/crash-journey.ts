import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Person } from '../../bot/sandbox/chat-api.ts';
import { MovableClock } from '../../bot/sandbox/movable-clock.ts';
import { type Sandbox, startSandbox } from '../../bot/sandbox/sandbox.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import { DAY_MS, HOUR_MS } from '../../engine/time/instant.ts';
import { loadDataKey } from '../../storage/key-file.ts';
import { openStorage } from '../../storage/open-storage.ts';
import { startTelegramLine } from '../fakes/telegram-line.ts';
import { CrashTestPerson } from './crash-test-person.ts';
import { Reaper } from './reaper.ts';
import { ServiceProcess } from './service-process.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const BOT = { token: '7654321098:crash-test-token-that-opens-nothing', username: 'jiazhu_bot', name: '加注' };
/** Their phones, or their management number when they link by a one-time code. */
const PEOPLE = [1001, 1003, 1007, 1009, 1010];
const BY_CODE = 'DEMO2024000023';

/** The service in a process, on a line to the local Bot API, with a reaper; and the people who talk to it. */
export interface CrashJourney {
  people: CrashTestPerson[];
  reaper: Reaper;
  service: ServiceProcess;
  databaseFile: string;
  /** What must stand in no log. */
  secrets: string[];
  /** For whoever links by it. */
  linkCode: (person: CrashTestPerson) => string | undefined;
  /** Moves everybody's clock while the service is dead. */
  advance(phase: string, days: number): Promise<void>;
  withStorage<T>(work: (storage: Storage) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function startCrashJourney(): Promise<CrashJourney> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jiazhu-crash-'));
  const places = placesIn(folder);
  const code = await prepareRegistry(places);
  const clock = MovableClock.real();
  const known: Person[] = JSON.parse(await readFile(path.join(PROJECT, 'data/demo/people.json'), 'utf8'));
  const sandbox = await startSandbox({ clock, bots: [BOT], people: known });
  const heard: { by?: Reaper } = {};
  const line = await startTelegramLine(sandbox.apiRoot, (call) => heard.by?.hear(call));
  const env = { ...places, HOLDER_BOT_TOKEN: BOT.token, TELEGRAM_API_ROOT: line.apiRoot, LOG_LEVEL: 'debug' };
  const service = new ServiceProcess(env);
  const reaper = new Reaper(service, places.DATABASE_URL);
  heard.by = reaper;
  const advance = async (ms: number): Promise<void> => {
    await sandbox.advance(ms);
    service.aheadMs += ms;
  };
  await advance(untilMorning(clock.now()));
  const people = PEOPLE.map((id) => personOf(sandbox, id));
  await service.rehearse();
  service.start();
  return {
    people,
    reaper,
    service,
    databaseFile: places.DATABASE_URL,
    secrets: [BOT.token, code, ...people.flatMap(({ client }) => secretsOf(client.person))],
    linkCode: ({ client }) => (client.person.id === 1010 ? code : undefined),
    advance: (phase, days) => reaper.whileDead(phase, () => advance(days * DAY_MS)),
    withStorage: (work) => withStorage(places, work),
    close: async () => {
      await reaper.close();
      await line.close();
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function placesIn(folder: string) {
  return {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: path.join(folder, 'jiazhu.db'),
    DATA_KEY_FILE: path.join(folder, 'data.key'),
    ISSUER_DIR: path.join(folder, 'issuer'),
  };
}

/** Through the real command line, as an operator would; resolves with a one-time code. */
async function prepareRegistry(env: Record<string, string>): Promise<string> {
  const jiazhu = async (...argv: string[]): Promise<string> => {
    const main = path.join(PROJECT, 'main.ts');
    return (await promisify(execFile)(process.execPath, [main, ...argv], { env })).stdout;
  };
  await jiazhu('registry', 'import', path.join(PROJECT, 'data/demo/registry.csv'));
  const made = await jiazhu('link-code', BY_CODE);
  const code = /Code: +(\S+)/.exec(made)?.[1];
  if (code === undefined) throw new Error(`no code in:\n${made}`);
  return code;
}

function personOf(sandbox: Sandbox, id: number): CrashTestPerson {
  const client = sandbox.person(id);
  const [documentType = '', documentNumber = '', name = ''] = (client.person.hints ?? []).map(({ value }) => value);
  return new CrashTestPerson(client, { documentType, documentNumber, name });
}

function secretsOf({ phone_number, hints = [] }: Person): string[] {
  const [, documentNumber, name] = hints.map(({ value }) => value);
  return [phone_number, phone_number.slice(2), documentNumber, name].filter((text) => text !== undefined);
}

/** To ten o'clock in Shanghai, well within the hours of reminders. */
function untilMorning(now: number): number {
  const tenOClock = 2 * HOUR_MS;
  return (DAY_MS + tenOClock - (now % DAY_MS)) % DAY_MS;
}

async function withStorage<T>(
  { DATABASE_URL: url, DATA_KEY_FILE: keyFile }: ReturnType<typeof placesIn>,
  work: (storage: Storage) => Promise<T>,
): Promise<T> {
  const storage = await openStorage({ url, dataKey: await loadDataKey(keyFile) });
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}
