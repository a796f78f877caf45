import type { Logger } from 'pino';
import { createHolderBot, type HolderBot } from '../bot/holder/create-holder-bot.ts';
import type { PacingOptions } from '../bot/telegram/sending/pacing.ts';
import type { Taken } from '../bot/telegram/update/webhook-feed.ts';
import type { ValidationData } from '../engine/document/revocation/validation-data.ts';
import { feedBroadcasts } from '../engine/broadcast/feed-broadcasts.ts';
import { alertNotStarted } from '../engine/generation/document-alerts.ts';
import { generateNext } from '../engine/generation/generate-copy.ts';
import { deliverDue, stopDelivering } from '../engine/outbox/deliver.ts';
import type { Policy } from '../engine/policy/policy.ts';
import { PolicyInEffect } from '../engine/policy/policy-in-effect.ts';
import type { Clock } from '../engine/ports/clock.ts';
import type { CopyMaker } from '../engine/ports/copy-maker.ts';
import type { FileJudge } from '../engine/ports/file-judge.ts';
import type { Random } from '../engine/ports/random.ts';
import type { Storage } from '../engine/ports/storage.ts';
import type { Catalogue } from '../engine/registry/catalogue.ts';
import type { Zone } from '../engine/time/instant.ts';
import type { Metrics } from './metrics.ts';
import { inBackground } from './in-background.ts';
import { joinLoops, type Loop, startLoop } from './loop.ts';
import type { Issuers } from './issuers/load-issuers.ts';
import { type WatchedIssuers, watchIssuers } from './issuers/watch-issuers.ts';
import { runSchedule } from './schedule.ts';
import { serviceFacts } from './service-facts.ts';
import { createStaffService, type StaffService } from './staff-service.ts';
import { startFileJudge } from './verification/start-file-judge.ts';
import type { BotName, Webhooks } from './web/webhook-addresses.ts';

export interface ServiceDeps {
  storage: Storage;
  clock: Clock;
  random: Random;
  /** What the settings say; staff can lay changes over it. */
  policy: Policy;
  zone: Zone;
  catalogue: Catalogue;
  issuers: Pick<Issuers, 'signers'>;
  /** At which an issuer’s copies are signed at a time; B-B when left out. */
  signatureLevel?: WatchedIssuers['level'];
  maker: CopyMaker;
  /** How many threads the maker has. */
  documentThreads?: number;
  /** Makes the maker ready for the first copy. */
  warmUp?: () => Promise<void>;
  /** By what copies that people send are judged. */
  trustedRoots: readonly Uint8Array[];
  timestampRoots?: readonly Uint8Array[];
  /** Which of the issuers' certificates are known to be revoked by now. */
  revocations?: () => ValidationData;
  logger: Logger;
  token: string;
  /** Of the staff bot; without one there is none. */
  staffToken?: string | null;
  apiRoot: string;
  /** What the QR code of a copy with this verification code says; `username` is the bot's. */
  verifyUrl: (verificationCode: string, username: string) => string;
  pacing?: Partial<PacingOptions>;
  /** What staff see of the process. */
  facts?: ReturnType<typeof serviceFacts>;
  /** Has Telegram bring a bot's updates there, to be handed to `take`; asked for without. */
  webhooks?: Webhooks;
  metrics?: Metrics;
}

/** Both bots and everything that works behind them. */
export interface Service {
  /** Resolves once the bots poll or have webhooks. What ends one of them later goes to `onFatal`. */
  start(onFatal: (error: unknown) => void): Promise<void>;
  /** As it is now: staff can change it. */
  readonly policy: Policy;
  /** Takes an update that a bot's webhook brought; resolves once it can't be lost, or has to be brought again. */
  take(bot: BotName, update: { update_id: number }): Promise<Taken>;
  /** Does everything that is due by the clock as it stands now. */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
}

const BOT = 'holder';

/**
 * The same for every process, so that one takes over at once from the one that was killed: Telegram lets only one
 * poll a token, and a SQLite file serves one machine.
 */
const OWNER = 'service';

/** One at work and one at hand: what one waits for, a time stamp or the database, holds up no other. */
const AT_ONCE_PER_THREAD = 2;

const LOOK_AGAIN_MS = { generation: 2000, broadcasts: 2000, outbox: 1000, schedule: 30_000 };

export function createService(given: ServiceDeps): Service {
  const deps = { ...withRules(given), background: inBackground(given.storage) };
  let loops: Loops | undefined;
  const verifyUrl = (code: string): string => deps.verifyUrl(code, bot.username);
  const { timestampRoots = [], trustedRoots } = deps;
  const judge = startFileJudge({ ...deps, trust: { trustedRoots, timestampRoots } });
  const wake = (): void => {
    loops?.generation.wake();
    loops?.outbox.wake();
  };
  const bot: HolderBot = holderBotOf({ ...deps, verifyUrl, judge }, () => {
    wake();
    staff?.wake();
  });
  const staff = staffServiceOf(deps, bot, wake);
  return {
    policy: deps.policy,
    async start(onFatal) {
      await begin(deps);
      await startBots(bot, staff, onFatal);
      loops = startLoops({ ...deps, verifyUrl }, bot);
      warmUp(deps).catch((err: unknown) => deps.logger.error({ err }, 'staff could not be told'));
    },
    take: async (name, update) => (await (name === BOT ? bot : staff)?.take(update)) ?? 'not-yet',
    async catchUp() {
      for (const loop of inOrder(loops)) {
        loop.wake();
        await loop.settled();
      }
      await staff?.catchUp();
    },
    async stop() {
      // What is being sent may finish before the bot gives up whatever waits for its turn.
      await Promise.all(Object.values(loops ?? {}).map((loop) => loop.stop()));
      await staff?.stop();
      await bot.stop();
      await judge.close();
      await stopDelivering({ storage: deps.storage, bot: BOT, owner: OWNER });
    },
  };
}

function holderBotOf(deps: LoopDeps & { judge: FileJudge }, onHandled: () => void): HolderBot {
  const { metrics } = deps;
  return createHolderBot({
    ...deps,
    webhook: deps.webhooks?.holder,
    onRefused: (kind) => metrics?.refused(kind),
    pacing: { ...deps.pacing, onTooMany: () => metrics?.tooMany(BOT) },
    onHandled: () => {
      metrics?.handled(BOT);
      onHandled();
    },
  });
}

/** Both or none. */
async function startBots(
  bot: HolderBot,
  staff: StaffService | undefined,
  onFatal: (error: unknown) => void,
): Promise<void> {
  await bot.start(onFatal);
  await staff?.start(onFatal).catch(async (error: unknown) => {
    await bot.stop();
    throw error;
  });
}

function staffServiceOf(deps: InsideDeps, bot: HolderBot, onWorked: () => void): StaffService | undefined {
  const { staffToken } = deps;
  if (staffToken === undefined || staffToken === null) return undefined;
  const { facts = serviceFacts({ clock: deps.clock, databaseUrl: ':memory:' }) } = deps;
  return createStaffService({
    ...deps,
    token: staffToken,
    webhook: deps.webhooks?.staff,
    pacing: { ...deps.pacing, onTooMany: () => deps.metrics?.tooMany('staff') },
    holderBotUsername: () => bot.username,
    figures: () => ({ ...facts(), holderSender: bot.sending() }),
    missingCharacters: (text) => deps.maker.missingCharacters(text),
    holderFile: (fileId: string, maxBytes: number) => bot.fetchFile(fileId, maxBytes),
    owner: OWNER,
    onWorked,
    onRound: (round) => deps.metrics?.delivered('staff', round),
    onHandled: () => {
      deps.metrics?.handled('staff');
      // A rule may have been changed.
      readRules(deps).catch((err: unknown) => deps.logger.error({ err }, 'the rules could not be read'));
    },
  });
}

interface Rules {
  rules: PolicyInEffect;
}

function withRules(given: ServiceDeps): ServiceDeps & Rules {
  const rules = new PolicyInEffect({ configured: given.policy, clock: given.clock, zone: given.zone });
  return { ...given, policy: rules.now, rules };
}

/** What this process begins with, whatever another one left. */
function begin({ storage, rules }: ServiceDeps & Rules): Promise<void> {
  return storage.transact(async (tx) => {
    await rules.refresh(tx);
    await tx.jobs.recover();
  });
}

function readRules({ storage, rules }: ServiceDeps & Rules): Promise<void> {
  return storage.transact((tx) => rules.refresh(tx));
}

/** Copies are tried all the same, and end the alert once one is made. */
async function warmUp({ clock, logger, storage, warmUp }: ServiceDeps): Promise<void> {
  try {
    await warmUp?.();
  } catch (err) {
    logger.error({ err }, 'documents can not be made');
    await storage.transact((tx) => alertNotStarted(tx, clock.now(), err));
  }
}

/** With the same storage for work that nobody waits for. */
type InsideDeps = ServiceDeps & Rules & { background: Storage };
type LoopDeps = InsideDeps & { verifyUrl: (verificationCode: string) => string };
type Loops = Record<keyof typeof LOOK_AGAIN_MS, Loop>;

/** Each may leave work for the next. */
function inOrder(loops: Loops | undefined): Loop[] {
  return loops ? [loops.schedule, loops.generation, loops.broadcasts, loops.outbox] : [];
}

function startLoops(given: LoopDeps, { courier }: HolderBot): Loops {
  const deps = { ...given, storage: given.background };
  const { logger, metrics } = deps;
  const start = (name: keyof Loops, run: () => Promise<'worked' | 'idle'>): Loop =>
    startLoop({
      run,
      idleMs: LOOK_AGAIN_MS[name],
      onFault: (err) => logger.error({ err, loop: name }, 'a run failed'),
    });

  const outbox = start('outbox', async () => {
    const onFault = (err: unknown, facts: { key: string }): void => logger.error({ err, ...facts }, 'a message failed');
    const round = await deliverDue({ ...deps, bot: BOT, courier, owner: OWNER, onFault });
    metrics?.delivered(BOT, round);
    return round.leased && round.handled > 0 ? 'worked' : 'idle';
  });
  const generate = async (): Promise<'worked' | 'idle'> => {
    const began = performance.now();
    const generated = await generateNext({
      ...deps,
      onFault: (err, facts) => logger.warn({ err, ...facts }, 'a copy could not be made'),
    });
    metrics?.generated(generated, (performance.now() - began) / 1000);
    if (generated !== 'idle') outbox.wake();
    return generated === 'idle' ? 'idle' : 'worked';
  };
  const atOnce = AT_ONCE_PER_THREAD * (deps.documentThreads ?? 1);
  const generation = joinLoops(Array.from({ length: atOnce }, () => start('generation', generate)));
  const schedule = start('schedule', async () => {
    await doWhatIsDue(deps);
    outbox.wake();
    return 'idle';
  });
  const broadcasts = start('broadcasts', async () => {
    if ((await feedBroadcasts(deps.storage, deps.zone, deps.clock.now())) > 0) outbox.wake();
    return 'idle';
  });
  return { generation, broadcasts, outbox, schedule };
}

async function doWhatIsDue(deps: LoopDeps): Promise<void> {
  const { clock, issuers, policy, signatureLevel: level = () => 'B-B', storage } = deps;
  await readRules(deps);
  await runSchedule(deps);
  await watchIssuers(storage, { ...issuers, level }, policy.validity, clock.now());
}
