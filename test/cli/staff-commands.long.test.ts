import sqlite3 from 'sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MovableClock } from '../../bot/sandbox/movable-clock.ts';
import { type Sandbox, startSandbox } from '../../bot/sandbox/sandbox.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import { join } from '../../engine/staff/join.ts';
import { openDatabase } from '../../service/open-database.ts';
import { systemClock, systemRandom } from '../../service/system.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { type Run, runJiazhu } from './run-jiazhu.ts';

const STAFF_BOT = { token: '1234567891:a-token-that-the-sandbox-knows', username: 'known_staff_bot', name: '客服' };

const path = temporaryFolder();
const databaseUrl = (): string => `sqlite:${path('jiazhu.db')}`;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ clock: MovableClock.real(), bots: [STAFF_BOT], people: [] });
});
afterAll(() => sandbox.close());

function run(argv: readonly string[], changed: Readonly<Record<string, string>> = {}): Promise<Run> {
  return runJiazhu(argv, {
    PATH: process.env['PATH'] ?? '',
    HOLDER_BOT_TOKEN: '',
    STAFF_BOT_TOKEN: STAFF_BOT.token,
    TELEGRAM_API_ROOT: sandbox.apiRoot,
    DATABASE_URL: databaseUrl(),
    DATA_KEY_FILE: path('data.key'),
    POLICY_FILE: '',
    ...changed,
  });
}

async function inDatabase<T>(work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openDatabase({ databaseUrl: databaseUrl(), dataKeyFile: path('data.key') });
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

/** Comes with the code of the deep link that was printed. */
function comeBy({ out }: Run, id: number) {
  const code = /\?start=(\w+)/.exec(out)?.[1] ?? '';
  const user = { id, name: '李主任', language: 'zh-CN' } as const;
  return inDatabase((storage) =>
    storage.transact((tx) => join(tx, { random: systemRandom }, { now: systemClock.now(), code, user })),
  );
}

describe('staff', () => {
  it('invites by a link to the staff bot that makes one person a member, and both are audited', async () => {
    const invited = await run(['staff', 'invite', '--role', 'admin']);
    expect(invited).toMatchObject({ code: 0, err: '' });
    expect(invited.out).toContain(`https://t.me/${STAFF_BOT.username}?start=`);
    expect(await comeBy(invited, 7)).toMatchObject({ ok: true, value: { role: 'admin' } });
    expect(await comeBy(invited, 8)).toMatchObject({ ok: false });

    expect(await run(['staff', 'list'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^李主任 {2}admin, since /),
    });
    const rows = await inDatabase((storage) =>
      storage.transact((tx) => tx.staff.audit.search({}, { offset: 0, limit: 9 })),
    );
    expect(rows.map(({ action, memberId }) => [action, memberId === null])).toEqual([
      ['staff list', true],
      ['join', false],
      ['staff invite', true],
    ]);
  });

  it.each([
    ['a role that there is not', ['--role', 'root']],
    ['an option that there is not', ['--name', 'admin']],
  ])('refuses an invitation with %s, and lists the roles', async (_what, rest) => {
    const { code, err } = await run(['staff', 'invite', ...rest]);
    expect(code).toBe(2);
    expect(err).toContain('agent, supervisor, admin');
  });

  it('says what to do when there is no staff bot', async () => {
    const { code, err } = await run(['staff', 'invite', '--role', 'agent'], { STAFF_BOT_TOKEN: '' });
    expect([code, err]).toEqual([1, expect.stringContaining('STAFF_BOT_TOKEN is not set')]);
  });

  it('says whose token it is that nobody knows', async () => {
    const changed = { STAFF_BOT_TOKEN: '1234567890:a-token-that-nobody-was-ever-given' };
    const { code, err } = await run(['staff', 'invite', '--role', 'agent'], changed);
    expect([code, err]).toEqual([1, expect.stringContaining('the token in STAFF_BOT_TOKEN')]);
  });
});

describe('audit verify', () => {
  it('prints how many rows there are and what their head is', async () => {
    const head = await inDatabase((storage) => storage.transact((tx) => tx.staff.audit.head()));
    const { code, out } = await run(['audit', 'verify']);
    expect([code, out]).toEqual([0, `The audit is whole.\nRows: ${head.rows}\nHead: ${head.hash ?? 'none yet'}\n`]);
  });

  it('names the first broken row and exits with 1', async () => {
    await tamper(`update staff_audit set action = 'nothing' where sequence = 2`);
    const { code, err } = await run(['audit', 'verify']);
    expect([code, err]).toEqual([1, 'The audit is broken at row 2: it is not what was written there.\n']);
  });
});

async function tamper(statement: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const database = new sqlite3.Database(path('jiazhu.db'));
  database.run(statement, () => database.close(resolve));
  await promise;
}
