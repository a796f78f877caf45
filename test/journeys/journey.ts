import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createHolderBot, type HolderBot } from '../../bot/holder/create-holder-bot.ts';
import type { HolderDeps } from '../../bot/holder/turn.ts';
import type { Person } from '../../bot/sandbox/chat-api.ts';
import { MovableClock } from '../../bot/sandbox/movable-clock.ts';
import type { PersonClient } from '../../bot/sandbox/person-client.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../bot/sandbox/sandbox.ts';
import { createLogger } from '../../bot/telegram/log/create-logger.ts';
import { generateNext } from '../../engine/generation/generate-copy.ts';
import { makeLinkCode } from '../../engine/linking/make-link-code.ts';
import { publishNotice } from '../../engine/notice/publish-notice.ts';
import { deliverDue } from '../../engine/outbox/deliver.ts';
import { DEFAULT_POLICY, type Policy } from '../../engine/policy/policy.ts';
import { PolicyInEffect } from '../../engine/policy/policy-in-effect.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { CopyMaker } from '../../engine/ports/copy-maker.ts';
import type { FileJudge } from '../../engine/ports/file-judge.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import { importRegistry } from '../../engine/registry/import/import-registry.ts';
import { DAY_MS, HOUR_MS, Zone } from '../../engine/time/instant.ts';
import { judgeFile } from '../../engine/verification/file-soundness.ts';
import { loadCatalogue } from '../../service/load-catalogue.ts';
import { readNewestNotice } from '../../service/notice/notice-files.ts';
import { runSchedule } from '../../service/schedule.ts';
import { at } from '../fakes/fixed-clock.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { startTelegramLine } from '../fakes/telegram-line.ts';
import { openTestStorage } from '../fakes/test-storage.ts';

export const TOKEN = '1001:journey-token-that-is-no-secret-at-all';
const BOT = 'jiazhu_bot';
/** None: nobody is to be gentle with. */
export const PACING = { betweenCallsMs: 0, betweenInChatMs: 0, betweenInGroupMs: 0 };
const data = (path: string) => new URL(`../../data/${path}`, import.meta.url);

/** What the demonstration holders would know by heart. */
interface Knowledge {
  documentType: string;
  documentNumber: string;
  name: string;
}

export interface JourneyOptions {
  policy?: Partial<Policy>;
  /** ISO 8601 with an offset. */
  start?: string;
  maker?: CopyMaker;
  /** DER certificates that the maker's copies lead to. */
  trustedRoots?: readonly Uint8Array[];
  /** In the place of one that knows those and nothing else. */
  judge?: (clock: Clock) => FileJudge;
  groups?: NonNullable<SandboxOptions['groups']>;
  /** In the place of an operator's page. */
  verifyUrl?: HolderDeps['verifyUrl'];
  /** Besides the holder bot. */
  bots?: SandboxOptions['bots'];
  /** A file; in memory when left out. */
  database?: string;
  /** Hears every call of the bot. */
  listen?: Parameters<typeof startTelegramLine>[1];
}

/** A service with its holder bot, talking over HTTP to a local Bot API, in memory and on a clock moved by hand. */
export interface Journey {
  readonly sandbox: Sandbox;
  readonly storage: Storage;
  readonly clock: MovableClock;
  readonly bot: HolderBot;
  readonly deps: HolderDeps;
  readonly rules: PolicyInEffect;
  readonly judge: FileJudge;
  readonly logged: string[];
  person(id: number): PersonClient;
  knows(id: number): Knowledge;
  /** Makes what is to be made and sends what is to be sent, until nothing is left. */
  work(): Promise<void>;
  advance(by: { days?: number; hours?: number; minutes?: number }): Promise<void>;
  linkCode(id: number): Promise<string>;
  publish(version: string): Promise<void>;
  close(): Promise<void>;
}

/** Stands in for the document engine: a few bytes that say what a copy would. */
export const paperMaker: CopyMaker = {
  async makeCopy(certificate, endorsement) {
    const bytes = Buffer.from(`%PDF-1.7 ${certificate.managementNumber} ${endorsement.number}\n%%EOF\n`);
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  },
  async makePlainCopy(certificate) {
    const bytes = Buffer.from(`%PDF-1.7 ${certificate.managementNumber}\n%%EOF\n`);
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  },
  missingCharacters: () => [],
};

export async function startJourney(options: JourneyOptions = {}): Promise<Journey> {
  const configured = { ...DEFAULT_POLICY, ...options.policy };
  const zone = new Zone(configured.zone);
  const clock = MovableClock.frozenAt(at(options.start ?? '2026-11-22T10:00:00+08:00'));
  const rules = new PolicyInEffect({ configured, clock, zone });
  const policy = rules.now;
  const storage = await openTestStorage(options.database);
  const catalogue = await loadCatalogue(data('catalogue.json').pathname);
  const random = seededRandom('journey');
  const people: Person[] = JSON.parse(await readFile(data('demo/people.json'), 'utf8'));
  const maker = options.maker ?? paperMaker;
  await seed(storage, { catalogue, random, zone, missingCharacters: () => [] }, clock);
  const bots = [{ token: TOKEN, username: BOT, name: '加注' }, ...(options.bots ?? [])];
  const sandbox = await startSandbox({ clock, people, bots, groups: options.groups ?? [] });
  const line = options.listen && (await startTelegramLine(sandbox.apiRoot, options.listen));
  const logged: string[] = [];
  const { trustedRoots = [], verifyUrl = (code) => `https://verify.example/v/${code}` } = options;
  const judge = options.judge?.(clock) ?? {
    judge: async (bytes: Uint8Array) => judgeFile(bytes, { trustedRoots, at: clock.now() }),
  };
  const bot = createHolderBot({
    token: TOKEN,
    apiRoot: line?.apiRoot ?? sandbox.apiRoot,
    storage,
    clock,
    policy,
    zone,
    catalogue,
    random,
    maker,
    judge,
    verifyUrl,
    logger: createLogger({ destination: { write: (line: string) => void logged.push(line) } }),
    pacing: PACING,
  });
  const onFault = (fault: unknown) => void logged.push(String(fault));
  await bot.start(onFault);
  const shared = { storage, clock, policy, zone, onFault };
  const generating = { ...shared, catalogue, maker, verifyUrl };
  const delivering = { ...shared, bot: 'holder', owner: 'journey', courier: bot.courier } as const;

  const work = async (): Promise<void> => {
    while ((await generateNext(generating)) !== 'idle');
    for (;;) {
      const round = await deliverDue(delivering);
      if (!round.leased || round.handled === 0) return;
    }
  };
  const knows = (id: number): Knowledge => {
    const hints = people.find((person) => person.id === id)?.hints ?? [];
    const [documentType = '', documentNumber = '', name = ''] = hints.map(({ value }) => value);
    return { documentType, documentNumber, name };
  };
  return {
    sandbox,
    storage,
    clock,
    bot,
    deps: { policy, zone, catalogue, random, verifyUrl, username: BOT },
    rules,
    judge,
    logged,
    person: (id) => sandbox.person(id),
    knows,
    work,
    async advance({ days = 0, hours = 0, minutes = 0 }) {
      await sandbox.advance(days * DAY_MS + hours * HOUR_MS + minutes * (HOUR_MS / 60));
      await runSchedule({ storage, clock, policy, zone });
      await work();
    },
    linkCode: async (id) => {
      const { documentNumber } = knows(id);
      const ask = { now: clock.now(), documentType: 'resident-identity-card', documentNumber } as const;
      const made = await storage.transact((tx) => makeLinkCode(tx, { policy, random }, ask));
      if (!made.ok) throw new Error(`no link code for ${id}`);
      return made.value.code;
    },
    publish: async (version) => {
      const texts = { 'zh-CN': `新版须知 ${version}`, en: `New notice ${version}` };
      await storage.transact((tx) => publishNotice(tx, { version, texts, publishedAt: clock.now() }));
    },
    close: async () => {
      await bot.stop();
      await line?.close();
      await sandbox.close();
      await storage.close();
    },
  };
}

async function seed(
  storage: Storage,
  deps: Omit<Parameters<typeof importRegistry>[0], 'storage'>,
  clock: MovableClock,
): Promise<void> {
  const bytes = await readFile(data('demo/registry.csv'));
  const imported = await importRegistry({ storage, ...deps }, { now: clock.now(), bytes, dryRun: false });
  if (!imported.ok) throw new Error(`the demonstration registry was refused: ${JSON.stringify(imported.refusal)}`);
  const notice = await readNewestNotice(data('notice').pathname, clock.now());
  await storage.transact((tx) => publishNotice(tx, notice));
}
