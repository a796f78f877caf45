import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandsOf } from '../../bot/staff/commands/command-list.ts';
import { DUTIES } from '../../bot/staff/duties.ts';
import type { StaffEvent } from '../../bot/staff/turn.ts';
import { decide } from '../../bot/staff/update/decide.ts';
import type { Effect } from '../../bot/telegram/effects.ts';
import { LANGUAGES } from '../../engine/ports/language.ts';
import type { Transaction } from '../../engine/ports/storage.ts';
import type { AuditRow } from '../../engine/staff/audit.ts';
import type { Member, MemberStatus } from '../../engine/staff/member.ts';
import { STAFF_ROLES, type StaffRole } from '../../engine/staff/permissions.ts';
import { HOUR_MS, later } from '../../engine/time/instant.ts';
import { startStaffJourney, type StaffJourney } from './staff-journey.ts';

/**
 * Every command (`/name`), button (`feature:action`) and step of a dialog (`~flow`), by the least role that may. Written
 * down here once more, so that nobody gains a right by a slip in a duty or in the engine's table.
 */
const LEAST_ROLE: Readonly<Record<StaffRole, string>> = {
  agent: `
    /start /help /language /cancel basics:language basics:cancel
    /status status:show
    /find find:search find:card find:certificates find:certificate find:endorsements find:endorsement ~find
    find:reveal ~reveal find:code find:unlock find:resend find:retry
    find:withdraw find:restore find:ask-yes find:take-back ~ask-withdrawal
    /queue queue:show queue:list queue:card queue:retry queue:ask-all queue:retry-all
    /alerts alerts:all alerts:kind alerts:seen
    /policy policy:all policy:group policy:rule
    /stats stats:show
    /tickets ticket:list ticket:show ticket:claim ticket:take ticket:hand ticket:to ticket:close ticket:reopen
    ticket:back ticket:canned ticket:use ticket:send ticket:holder
  `,
  supervisor: `
    find:unlink find:unlink-yes ~unlink find:revoke find:revoke-yes ~revoke find:confirm find:decline
    queue:ask queue:give-up queue:ask-all-up queue:give-up-all
    alerts:mute alerts:unmute
    /broadcast broadcast:list broadcast:card broadcast:new broadcast:linked broadcast:expiring broadcast:within
    broadcast:qualification broadcast:page broadcast:choose broadcast:chinese-only broadcast:now broadcast:later
    broadcast:confirm broadcast:pause broadcast:resume broadcast:ask-cancel broadcast:cancel ~broadcast
    /canned canned:list canned:view canned:new canned:change canned:ask-delete canned:delete canned:stop ~canned
    /export stats:export
    /audit audit:list audit:by-member audit:by-deed audit:type ~audit
    /import import:write import:drop import:second import:open import:confirm import:decline import:take-back ~import
  `,
  admin: `
    /group
    /members /invite members:list members:card members:ask members:do members:invite members:role
    policy:change policy:choose policy:day policy:record policy:take-back ~policy
    /notice notice:language notice:preview notice:sample notice:back notice:publish ~notice
  `,
};

/** The buttons that belong to a step, which somebody’s own client could send without ever having been at it. */
const OF_STEPS = `
  find:unlink-yes find:revoke-yes find:ask-yes members:do members:role policy:choose policy:day policy:record
  broadcast:linked broadcast:expiring broadcast:within broadcast:qualification broadcast:page broadcast:choose
  broadcast:chinese-only broadcast:now broadcast:later broadcast:confirm
  notice:language notice:preview notice:sample notice:back notice:publish canned:stop
`;

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
const ENTRIES = STAFF_ROLES.flatMap((least) => words(LEAST_ROLE[least]).map((entry) => ({ entry, least })));
const TRIED = ENTRIES.flatMap((known) => STAFF_ROLES.map((role) => ({ ...known, role })));

let journey: StaffJourney;
beforeAll(async () => {
  journey = await startStaffJourney();
});
afterAll(() => journey.close());

/** Thrown to leave the database as it was. */
class Undone extends Error {}

interface Tried {
  effects: Effect[];
  rows: AuditRow[];
}

let updates = 0;
/** What comes of an entry when a member calls it, with these arguments. */
async function tryEntry(
  entry: string,
  role: StaffRole,
  status: MemberStatus,
  args = '',
  flow = entry.startsWith('~') ? entry.slice(1) : undefined,
): Promise<Tried> {
  const { storage, clock, staffDeps } = journey;
  const now = clock.now();
  const member: Member = { id: 'm1', userId: 9900, name: 'M', role, status, language: 'en', joinedAt: now };
  const user = { id: member.userId, name: member.name, language: member.language };
  const place = { chatId: member.userId, kind: 'private', threadId: null, isForum: false } as const;
  updates += 1;
  const tried: Tried = { effects: [], rows: [] };
  await storage
    .transact(async (tx) => {
      await tx.staff.members.insert(member);
      if (flow !== undefined) await putDialog(tx, flow);
      const event = eventOf(entry, args);
      tried.effects = await decide(tx, staffDeps, now, { updateId: updates, user, place, event });
      tried.rows = await tx.staff.audit.search({ memberId: member.id }, { offset: 0, limit: 10 });
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  return tried;
}

function putDialog(tx: Transaction, flow: string): Promise<boolean> {
  const expiresAt = later(journey.clock.now(), HOUR_MS);
  return tx.staff.dialogs.put('m1', 0, { flow, step: 'x', data: { step: 'x', shownIn: null }, expiresAt });
}

function eventOf(entry: string, args: string): StaffEvent {
  if (entry.startsWith('/')) {
    return {
      kind: 'command',
      messageId: 7,
      name: entry.slice(1),
      payload: args.replaceAll(':', ' ').trim(),
      replyTo: null,
    };
  }
  if (entry.startsWith('~')) return { kind: 'text', messageId: 7, text: 'hello', replyTo: null };
  return { kind: 'tap', messageId: 7, callbackId: 'c', data: `${entry}${args}` };
}

const said = (effects: readonly Effect[]): string =>
  effects
    .map((effect) => ('view' in effect ? effect.view.html : effect.kind === 'answer' ? effect.text : ''))
    .join('\n');

test('the table knows every entry of every duty, and no other', () => {
  const entries = DUTIES.flatMap(({ commands = {}, taps = {}, flows = {} }) => [
    ...Object.keys(commands).map((name) => `/${name}`),
    ...Object.keys(taps),
    ...Object.keys(flows).map((flow) => `~${flow}`),
  ]);
  expect(entries.toSorted()).toEqual(ENTRIES.map(({ entry }) => entry).toSorted());
});

test.each(STAFF_ROLES)('the menu of a role has every command that it may use: %s', (role) => {
  const allowed = ENTRIES.flatMap(({ entry, least }) =>
    entry.startsWith('/') && STAFF_ROLES.indexOf(role) >= STAFF_ROLES.indexOf(least) ? [entry.slice(1)] : [],
  );
  for (const language of LANGUAGES) {
    const menu = commandsOf(DUTIES, role, language).map(({ command }) => command);
    // Nobody types /start: the messenger does, when a chat is opened.
    expect(menu.toSorted()).toEqual(allowed.filter((name) => name !== 'start').toSorted());
  }
});

describe('a role may do what the table says, and the audit says so', () => {
  const allowed = ({ role, least }: (typeof TRIED)[number]) => STAFF_ROLES.indexOf(role) >= STAFF_ROLES.indexOf(least);
  // What a step makes of what is typed hangs on what was gathered so far; the duties' own tests play that.
  const callable = TRIED.filter((tried) => allowed(tried) && !tried.entry.startsWith('~'));

  test.each(callable)('$role may $entry', async ({ entry, role }) => {
    // Anybody's client can send arguments that no button of ours has.
    for (const args of ['', ':x', ':0:0', ':zzzzzzzzzzzz:-1:x']) {
      const { effects, rows } = await tryEntry(entry, role, 'active', args);
      expect(said(effects)).not.toContain('Your role doesn’t allow this');
      expect(rows).toHaveLength(1);
      expect(rows[0]?.refusal).not.toBe('not-allowed');
    }
  });

  test.each(TRIED.filter((tried) => !allowed(tried)))('$role may not $entry', async ({ entry, role }) => {
    const { effects, rows } = await tryEntry(entry, role, 'active');
    expect(said(effects)).toContain('Your role doesn’t allow this');
    expect(effects).toHaveLength(1);
    expect(rows).toMatchObject([{ memberId: 'm1', role, refusal: 'not-allowed', holderId: null, about: null }]);
  });
});

describe.each(ENTRIES)('$entry', ({ entry }) => {
  test('does nothing for a suspended admin, which the audit keeps', async () => {
    const { effects, rows } = await tryEntry(entry, 'admin', 'suspended');
    expect(said(effects)).toContain('Your access is suspended');
    expect(effects).toHaveLength(1);
    // What is typed is no deed until a step takes it, and none does.
    expect(rows.map(({ refusal }) => refusal)).toEqual(entry.startsWith('~') ? [] : ['suspended']);
  });

  test('is not even answered for somebody who was removed', async () => {
    expect(await tryEntry(entry, 'admin', 'removed')).toEqual({ effects: [], rows: [] });
  });
});

describe('a button of a step works only at that step, at the version that it was made for', () => {
  test('the duties know which they are', () => {
    const ofSteps = DUTIES.flatMap(({ taps = {} }) =>
      Object.entries(taps).filter(([, { flow }]) => flow !== undefined),
    );
    expect(ofSteps.map(([name]) => name).toSorted()).toEqual(words(OF_STEPS).toSorted());
  });

  test.each(words(OF_STEPS))('%s', async (entry) => {
    const own = DUTIES.find(({ taps = {} }) => taps[entry])?.taps?.[entry]?.flow;
    // Outside any dialog; with no version, at the step; at another version; in another dialog with the version that it has.
    for (const [flow, args] of [
      [undefined, ''],
      [own, ''],
      [own, '~2'],
      ['other', '~1'],
    ] as const) {
      const { effects, rows } = await tryEntry(entry, 'admin', 'active', args, flow);
      expect(said(effects)).toContain('This button is out of date');
      expect(rows).toMatchObject([{ memberId: 'm1', refusal: 'stale' }]);
    }
  });
});
