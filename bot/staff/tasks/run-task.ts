import type { Logger } from 'pino';
import { randomCharacters } from '../../../engine/crockford.ts';
import type { Clock } from '../../../engine/ports/clock.ts';
import type { StaffTask } from '../../../engine/ports/stores/staff-stores.ts';
import type { Storage } from '../../../engine/ports/storage.ts';
import { HOUR_MS, later } from '../../../engine/time/instant.ts';
import type { StaffTelegramApi } from '../../telegram/api/telegram-api.ts';
import type { Effect } from '../../telegram/effects.ts';
import { text } from '../../telegram/text/locale.ts';
import type { Pacing } from '../../telegram/sending/pacing.ts';
import { sendEffects } from '../../telegram/sending/send-effects.ts';
import type { TaskContext } from '../duty.ts';
import type { StaffDeps } from '../turn.ts';
import { Progress } from './progress.ts';

export interface TaskDeps {
  storage: Storage;
  clock: Clock;
  api: StaffTelegramApi;
  pacing: Pacing;
  logger: Pick<Logger, 'error'>;
  staffDeps: () => StaffDeps;
}

/** Nothing that staff wait for takes as long; a task whose process died is free at the next start anyway. */
const LEASE_MS = 2 * HOUR_MS;
/** A task that takes the process down with it isn't begun for ever. */
const ATTEMPTS = 3;

/** Runs the task that waits longest, and says where it was asked for what came of it. */
export async function runNextTask(deps: TaskDeps): Promise<'worked' | 'idle'> {
  const { storage, clock, api, pacing } = deps;
  const task = await storage.transact((tx) => {
    const now = clock.now();
    return tx.staff.tasks.claim(now, later(now, LEASE_MS));
  });
  if (!task) return 'idle';
  const place = { chatId: task.chatId, ...(task.threadId !== null && { threadId: task.threadId }) };
  const progress = new Progress({ api, pacing }, place);
  const effects = await attempt(deps, task, (html) => progress.report(html));
  const shown = await progress.end();
  if (await isWelcome(storage, task)) await sendEffects(deps, place, inPlaceOf(shown, effects));
  await storage.transact((tx) => tx.staff.tasks.finish(task));
  return 'worked';
}

/** Whoever was suspended or removed meanwhile gets nothing in their private chat, whose number is their own. */
function isWelcome(storage: Storage, { memberId, chatId }: StaffTask): Promise<boolean> {
  return storage.transact(async (tx) => {
    const member = await tx.staff.members.get(memberId);
    return member?.status === 'active' || member?.userId !== chatId;
  });
}

/** What the runner answers; a fault is told with a reference by which the log's line can be found. */
async function attempt(deps: TaskDeps, task: StaffTask, report: TaskContext['report']): Promise<Effect[]> {
  const { storage, clock, logger, random } = { ...deps, ...deps.staffDeps() };
  try {
    const runner = deps
      .staffDeps()
      .duties.map(({ tasks = {} }) => tasks[task.kind])
      .find((found) => found);
    if (!runner) throw new TypeError(`no duty runs a task of the kind ${task.kind}`);
    if (task.attempts > ATTEMPTS) throw new Error('it was begun several times and never came to an end');
    return await runner(task, { storage, clock, deps: deps.staffDeps(), report });
  } catch (err) {
    const reference = randomCharacters(random, 6);
    logger.error({ err, reference, task: task.kind }, 'a task of the staff failed');
    const member = await storage.transact((tx) => tx.staff.members.get(task.memberId));
    const html = text(member?.language ?? 'zh-CN', 'staff-problem', { reference });
    return [{ kind: 'send', view: { html } }];
  }
}

/** The answer takes the place of the message that showed how far it was, which goes when nothing is to be said here. */
function inPlaceOf(messageId: number | null, [first, ...rest]: Effect[]): Effect[] {
  if (!first) return messageId === null ? [] : [{ kind: 'delete', messageId }];
  if (messageId === null || first.kind !== 'send' || first.view.reply) return [first, ...rest];
  return [{ kind: 'edit', messageId, view: first.view }, ...rest];
}
