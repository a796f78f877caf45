import type { PersonClient } from '../../bot/sandbox/person-client.ts';
import { createStaffBot, type StaffBot, type StaffBotDeps } from '../../bot/staff/create-staff-bot.ts';
import { DUTIES } from '../../bot/staff/duties.ts';
import type { Duty } from '../../bot/staff/duty.ts';
import type { StaffDeps } from '../../bot/staff/turn.ts';
import { createLogger } from '../../bot/telegram/log/create-logger.ts';
import { RecentErrors } from '../../bot/telegram/log/recent-errors.ts';
import { feedBroadcasts } from '../../engine/broadcast/feed-broadcasts.ts';
import { deliverDue } from '../../engine/outbox/deliver.ts';
import type { Language } from '../../engine/ports/language.ts';
import { inviteMember } from '../../engine/staff/invite-member.ts';
import type { Member } from '../../engine/staff/member.ts';
import type { StaffRole } from '../../engine/staff/permissions.ts';
import { DAY_MS, HOUR_MS } from '../../engine/time/instant.ts';
import { serviceFacts } from '../../service/service-facts.ts';
import { runSchedule } from '../../service/schedule.ts';
import { type Journey, type JourneyOptions, PACING, startJourney } from '../journeys/journey.ts';

export const STAFF_BOT = {
  token: '2002:journey-token-of-the-staff-bot-no-secret',
  username: 'jiazhu_staff_bot',
  name: '客服',
};
/** Members of staff have ids of their own, above those of the demonstration's people. */
const FIRST_MEMBER = 9001;
const GROUP_ID = -1_009_000_000_001;

export interface StaffJourneyOptions extends Omit<JourneyOptions, 'bots' | 'listen'> {
  /** Besides the staff bot's own. */
  duties?: readonly Duty[];
}

/** Somebody behind the staff bot, in their private chat with it. */
export interface PlayedMember {
  client: PersonClient;
  /** As it was when they joined. */
  member: Member;
}

/** A service with both bots, in which members of staff and holders chat over HTTP, in memory and on a clock moved by hand. */
export interface StaffJourney extends Journey {
  readonly staffBot: StaffBot;
  /** What the handlers of this bot have besides a transaction. */
  readonly staffDeps: StaffDeps;
  /** One that takes the place of a bot that was stopped; it doesn't poll yet. */
  anotherStaffBot(): StaffBot;
  /** Somebody new who joins by an invitation. */
  member(role: StaffRole, language?: Language): Promise<PlayedMember>;
  /** A group of these members, made the staff group by an admin. */
  group(members: readonly PlayedMember[], options?: { topics?: boolean }): Promise<StaffGroup>;
}

export interface StaffGroup {
  id: number;
  /** A member's view of it. */
  of(member: PlayedMember): PersonClient;
}

/** Puts a staff bot beside the holder bot of a journey. `work` and `advance` drive both. */
export async function startStaffJourney(options: StaffJourneyOptions = {}): Promise<StaffJourney> {
  const journey = await startJourney({ ...options, bots: [STAFF_BOT] });
  const { storage, clock, sandbox, deps, rules, logged } = journey;
  const { policy, zone, catalogue, random } = deps;
  const errors = new RecentErrors(clock);
  const facts = serviceFacts({ clock, databaseUrl: ':memory:', errors });
  const readRules = (): Promise<void> => storage.transact((tx) => rules.refresh(tx));
  const settings: StaffBotDeps = {
    token: STAFF_BOT.token,
    apiRoot: sandbox.apiRoot,
    storage,
    clock,
    policy,
    rules,
    zone,
    catalogue,
    random,
    holderBotUsername: () => deps.username,
    missingCharacters: () => [],
    holderFile: (fileId, maxBytes) => journey.bot.fetchFile(fileId, maxBytes),
    figures: () => ({ ...facts(), holderSender: journey.bot.sending() }),
    logger: createLogger({ errors, destination: { write: (line: string) => void logged.push(line) } }),
    pacing: PACING,
    onHandled: () => void readRules().catch((fault: unknown) => logged.push(String(fault))),
    ...(options.duties && { duties: options.duties }),
  };
  const staffBot = createStaffBot(settings);
  const onFault = (fault: unknown) => void logged.push(String(fault));
  await staffBot.start(onFault);
  const delivering = { storage, clock, policy, zone, onFault, bot: 'staff', owner: 'journey' } as const;

  const work = async (): Promise<void> => {
    do await journey.work();
    while ((await feedBroadcasts(storage, zone, clock.now())) > 0 || (await staffBot.runTask()) === 'worked');
    for (;;) {
      const round = await deliverDue({ ...delivering, courier: staffBot.courier });
      if (!round.leased || round.handled === 0) break;
    }
    while ((await staffBot.deleteDue()) === 'worked');
  };
  let joined = 0;
  return {
    ...journey,
    staffBot,
    staffDeps: {
      ...settings,
      username: STAFF_BOT.username,
      holderBotUsername: deps.username,
      duties: options.duties ?? DUTIES,
      figures: () => ({ ...settings.figures(), staffSender: { lastMinute: 0, waiting: 0, pausedMs: 0 } }),
    },
    anotherStaffBot: () => createStaffBot(settings),
    work,
    async advance({ days = 0, hours = 0, minutes = 0 }) {
      await sandbox.advance(days * DAY_MS + hours * HOUR_MS + minutes * (HOUR_MS / 60));
      await readRules();
      await runSchedule({ storage, clock, policy, zone });
      await work();
    },
    async member(role, language = 'zh-CN') {
      const id = FIRST_MEMBER + joined;
      joined += 1;
      const client = play(journey, id, language);
      const invitation = await storage.transact((tx) => inviteMember(tx, deps, { now: clock.now(), role, by: null }));
      await client.openDeepLink(invitation.code);
      await client.waitForText(language === 'zh-CN' ? '欢迎加入' : 'Welcome to the staff');
      const member = await storage.transact((tx) => tx.staff.members.findByUser(id));
      if (!member) throw new Error(`${id} did not become a member`);
      return { client, member };
    },
    group: (members, { topics = false } = {}) => makeGroup(journey, members, topics),
    async close() {
      await staffBot.stop();
      await journey.close();
    },
  };
}

function play({ sandbox }: Journey, id: number, language: Language): PersonClient {
  const code = language === 'zh-CN' ? 'zh-hans' : 'en';
  const phone_number = `86139${String(id).padStart(8, '0')}`;
  const person = { id, first_name: `客服${id}`, language_code: code, phone_number, bot: STAFF_BOT.username };
  sandbox.addPerson(person);
  return sandbox.person(id);
}

async function makeGroup({ sandbox }: Journey, members: readonly PlayedMember[], topics: boolean): Promise<StaffGroup> {
  const bots = [STAFF_BOT.username];
  const people = members.map(({ member }) => member.userId);
  sandbox.addGroup({ id: GROUP_ID, title: '客服群', bots, admins: bots, members: people, isForum: topics });
  const group: StaffGroup = {
    id: GROUP_ID,
    of: ({ member }) => sandbox.person(member.userId, STAFF_BOT.username, GROUP_ID),
  };
  const admin = members.find(({ member }) => member.role === 'admin');
  if (!admin) throw new Error('a group needs an admin, who makes it the staff group');
  const seat = group.of(admin);
  await seat.sendText('/group');
  await seat.waitForText(/客服群|staff group/);
  return group;
}
