import { createStaffBot, type StaffBot, type StaffBotDeps } from '../bot/staff/create-staff-bot.ts';
import { deliverDue, type Round, stopDelivering } from '../engine/outbox/deliver.ts';
import type { Storage } from '../engine/ports/storage.ts';
import { type Loop, startLoop } from './loop.ts';

/** The staff bot and what works behind it. */
export interface StaffService extends Pick<StaffBot, 'take'> {
  /** Resolves once the bot polls or has a webhook. What ends it later goes to `onFatal`. */
  start(onFatal: (error: unknown) => void): Promise<void>;
  /** Looks for work at once. */
  wake(): void;
  /** Does everything that is due by the clock as it stands now. */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
}

const BOT = 'staff';

const LOOK_AGAIN_MS = { tasks: 2000, outbox: 1000, deletions: 1000, menus: 60_000 };
type Loops = Record<keyof typeof LOOK_AGAIN_MS, Loop>;

export interface StaffServiceDeps extends StaffBotDeps {
  /** The same storage, for work that nobody waits for. */
  background: Storage;
  /** Names the sender of the outbox, as for the holder bot. */
  owner: string;
  /** Called when there may be something for holders. */
  onWorked: () => void;
  /** Called after each round of the sender. */
  onRound?: (round: Round) => void;
}

export function createStaffService(deps: StaffServiceDeps): StaffService {
  let loops: Loops | undefined;
  const wake = (): void => Object.values(loops ?? {}).forEach((loop) => loop.wake());
  const onHandled = (): void => {
    deps.onHandled?.();
    wake();
    deps.onWorked();
  };
  const bot = createStaffBot({ ...deps, onHandled });
  return {
    wake,
    take: (update) => bot.take(update),
    async start(onFatal) {
      await deps.storage.transact((tx) => tx.staff.tasks.recover());
      await bot.start(onFatal);
      loops = startLoops(deps, bot);
    },
    async catchUp() {
      for (const loop of loops ? [loops.tasks, loops.outbox, loops.deletions] : []) {
        loop.wake();
        await loop.settled();
      }
    },
    async stop() {
      await Promise.all(Object.values(loops ?? {}).map((loop) => loop.stop()));
      await bot.stop();
      await stopDelivering({ storage: deps.storage, bot: BOT, owner: deps.owner });
    },
  };
}

function startLoops(deps: StaffServiceDeps, bot: StaffBot): Loops {
  const { logger } = deps;
  const start = (name: keyof Loops, run: () => Promise<'worked' | 'idle'>): Loop =>
    startLoop({
      run,
      idleMs: LOOK_AGAIN_MS[name],
      onFault: (err) => logger.error({ err, loop: `staff ${name}` }, 'a run failed'),
    });
  const outbox = start('outbox', async () => {
    const onFault = (err: unknown, facts: { key: string }): void => logger.error({ err, ...facts }, 'a message failed');
    const round = await deliverDue({ ...deps, storage: deps.background, bot: BOT, courier: bot.courier, onFault });
    deps.onRound?.(round);
    return round.leased && round.handled > 0 ? 'worked' : 'idle';
  });
  const tasks = start('tasks', async () => {
    const ran = await bot.runTask();
    if (ran === 'worked') {
      outbox.wake();
      deps.onWorked();
    }
    return ran;
  });
  const deletions = start('deletions', () => bot.deleteDue());
  const menus = start('menus', async () => {
    await bot.publishMenus();
    return 'idle';
  });
  return { tasks, outbox, deletions, menus };
}
