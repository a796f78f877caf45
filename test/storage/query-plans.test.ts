import { CompiledQuery, Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transaction } from '../../engine/ports/storage.ts';
import { migrate } from '../../storage/migrations/migrate.ts';
import { PersonalData } from '../../storage/personal-data.ts';
import { SqliteDialect } from '../../storage/sqlite/sqlite-dialect.ts';
import { SqliteDriver } from '../../storage/sqlite/sqlite-driver.ts';
import { storesOf } from '../../storage/stores-of.ts';
import type { Tables } from '../../storage/tables.ts';
import { TransactionScope } from '../../storage/sqlite/transaction-scope.ts';
import { TEST_DATA_KEY } from '../fakes/test-storage.ts';
import { minutes, NOW, TODAY } from './samples.ts';

let asked: CompiledQuery[] = [];
let db: Kysely<Tables>;

beforeAll(async () => {
  const options = { path: ':memory:', create: true, busyTimeoutMs: 50 };
  db = new Kysely<Tables>({
    dialect: new SqliteDialect(() => new SqliteDriver(options, new TransactionScope())),
    log: (event) => void asked.push(event.query),
  });
  await migrate(db, ':memory:');
});
afterAll(() => db.destroy());

/** How SQLite would run the statements of `use`, a line for each table that it looks at. */
async function plansOf(use: (tx: Transaction) => Promise<unknown>): Promise<string[]> {
  asked = [];
  await use(storesOf(db, new PersonalData(TEST_DATA_KEY)));
  const queries = asked;
  asked = [];
  const plans: string[] = [];
  for (const query of queries) {
    const explain = CompiledQuery.raw(`explain query plan ${query.sql}`, [...query.parameters]);
    const explained = await db.executeQuery<{ detail: string }>(explain);
    plans.push(...explained.rows.map((row) => row.detail));
  }
  return plans;
}

const page = { offset: 0, limit: 5 };

const OFTEN: Record<string, (tx: Transaction) => Promise<unknown>> = {
  'holder by id': (tx) => tx.holders.get('h'),
  'holder by document': (tx) => tx.holders.findByDocument('passport', 'E1'),
  'holders by name and ending': (tx) => tx.holders.search({ name: 'N', ending: '002X' }, 5),
  'certificates of a holder': (tx) => tx.certificates.ofHolder('h'),
  'certificates by management number': (tx) => tx.certificates.findByManagementNumbers(['a', 'b']),
  'latest import': (tx) => tx.imports.latest(),
  'latest notice of verifications': (tx) => tx.verificationNotices.latest('a'),
  'what a notice gathered': (tx) => tx.verificationNotices.gathered({ accountId: 'a', day: TODAY, sequence: 1 }),
  'pruning notices of verifications': (tx) => tx.verificationNotices.prune(NOW),
  'verifications of an endorsement': (tx) => tx.statistics.verificationsOf('e'),
  'account by user': (tx) => tx.accounts.findByUser(1),
  'active link of an account': (tx) => tx.links.activeOfAccount('a'),
  'active link of a holder': (tx) => tx.links.activeOfHolder('h'),
  'holder of a link code': (tx) => tx.linkCodes.holderOf('c', NOW),
  'current notice': (tx) => tx.agreements.currentNotice(),
  'agreed version': (tx) => tx.agreements.agreedVersion('h'),
  'dialog of an account': (tx) => tx.dialogs.get('a'),
  'dialogs to forget': (tx) => tx.dialogs.forget(NOW),
  'dialogs of staff to forget': (tx) => tx.staff.dialogs.forget(NOW),
  'update by id': (tx) => tx.updates.find('holder', 1),
  'unanswered updates': (tx) => tx.updates.unanswered('staff'),
  'pruning updates': (tx) => tx.updates.prune(NOW),
  'endorsement by id': (tx) => tx.endorsements.get('e'),
  'endorsement by request key': (tx) => tx.endorsements.findByRequestKey('k'),
  'endorsement by number': (tx) => tx.endorsements.findByNumber('n'),
  'endorsement by verification code': (tx) => tx.endorsements.findByVerificationCode('c'),
  'endorsement by digest': (tx) => tx.endorsements.findBySha256('d'),
  'endorsements for the quota': (tx) => tx.endorsements.ofCertificateSince('c', TODAY),
  'endorsements of a certificate': (tx) => tx.endorsements.ofCertificate('c', ['valid']),
  'endorsements of an account': (tx) => tx.endorsements.ofAccount('a', ['requested', 'valid']),
  'endorsements of a holder': (tx) => tx.endorsements.ofHolder('h', page),
  'number of endorsements of a holder': (tx) => tx.endorsements.countOfHolder('h'),
  'lapsed endorsements': (tx) => tx.endorsements.lapsed(TODAY, 10),
  'endorsements ending soon': (tx) => tx.endorsements.endingBetween(TODAY, TODAY, 10, { lastDay: TODAY, id: 'e' }),
  'overdue endorsements': (tx) => tx.endorsements.overdue(NOW, 10),
  'transition of an endorsement': (tx) => tx.endorsements.transition('e', ['valid'], 'expired', {}),
  'plain copy by digest': (tx) => tx.plainCopies.find('d'),
  'next job': (tx) => tx.jobs.claim(NOW, minutes(1)),
  'backlog of jobs': (tx) => tx.jobs.backlog(),
  'due items': (tx) => tx.outbox.due('holder', NOW, 30),
  'claim of an item': (tx) => tx.outbox.claim('i'),
  'recovered items': (tx) => tx.outbox.recover('holder'),
  'cancelled items': (tx) => tx.outbox.cancel('reminder:e:'),
  'items sent elsewhere': (tx) => tx.outbox.readdress('staff', 'group:-1', 'group:-2'),
  'item sent as a message': (tx) => tx.outbox.findSent('staff', 'm', 5),
  'number of items': (tx) => tx.outbox.count('holder', 'dead'),
  'outbox of an erased account': (tx) => tx.accounts.erase('a'),
  'ticket by id': (tx) => tx.tickets.get('t'),
  'ticket of a topic': (tx) => tx.tickets.findByTopic({ chatId: -1, threadId: 2 }),
  'tickets of an account': (tx) => tx.tickets.ofAccount('a'),
  'open tickets': (tx) => tx.tickets.open(page),
  'what is said in a ticket': (tx) => tx.tickets.entries('t', 5),
  'how much an account wrote': (tx) => tx.tickets.countWritten('a', NOW),
  'what an erased account said': (tx) => tx.tickets.erase('a'),
  'journal of a holder': (tx) => tx.journal.ofHolder('h', 5),
  'what an account did': (tx) => tx.journal.countOfAccount('a', 'k', NOW),
  'member by user': (tx) => tx.staff.members.findByUser(1),
  'audit of a member': (tx) => tx.staff.audit.search({ memberId: 'm' }, page),
  'audit of a holder': (tx) => tx.staff.audit.search({ holderId: 'h' }, page),
  'audit of what was refused': (tx) => tx.staff.audit.search({ refused: true }, page),
  'rows of the audit to verify': (tx) => tx.staff.audit.checkRows({ rows: 5, hash: 'h' }, 10),
  'next task of the staff': (tx) => tx.staff.tasks.claim(NOW, minutes(1)),
  'requests of a time': (tx) => tx.statistics.perQuarter('requested', NOW, minutes(1)),
  'renewals of a time': (tx) => tx.statistics.perQuarter('renewed', NOW, minutes(1)),
  'reminders of a time': (tx) => tx.statistics.perQuarter('reminded', NOW, minutes(1)),
  'links of a time': (tx) => tx.statistics.perQuarter('linked', NOW, minutes(1)),
  'ends of links of a time': (tx) => tx.statistics.perQuarter('unlinked', NOW, minutes(1)),
  'deliveries of a time': (tx) => tx.statistics.deliveries(NOW, minutes(1)),
  'refusals of some days': (tx) => tx.statistics.refusals(TODAY, TODAY),
  'verifications of some days': (tx) => tx.statistics.verifications(TODAY, TODAY),
  'underway and overdue': (tx) => tx.queue.countUnderway(NOW),
  'copies underway': (tx) => tx.queue.underway('overdue', NOW, page),
  'uncertain copies': (tx) => tx.queue.uncertainCopies(10),
  'uncertain copies of an endorsement': (tx) => tx.queue.uncertainCopiesOf('e'),
  'alerts nobody was told of': (tx) => tx.alerts.untold(['overdue', 'lockout']),
  'accounts of all who are linked': (tx) => tx.broadcasts.accounts({ kind: 'linked' }, TODAY, 'a', 10),
  'accounts with something expiring': (tx) =>
    tx.broadcasts.accounts({ kind: 'expiring', before: TODAY }, TODAY, 'a', 10),
  'accounts with a qualification': (tx) => tx.broadcasts.accounts({ kind: 'qualification', code: 'q' }, TODAY, 'a', 10),
  'active broadcasts': (tx) => tx.broadcasts.active(NOW),
  'whether a topic was lost': (tx) => tx.tickets.lostTopicIn(-1),
  'files to delete': (tx) => tx.staff.files.prune(NOW),
  'left tasks': (tx) => tx.staff.tasks.recover(),
  'audit of a time': (tx) => tx.staff.audit.search({ since: NOW, until: minutes(1) }, page),
  'imports so far': (tx) => tx.imports.count(),
  'what waits of a broadcast': (tx) => tx.broadcasts.waiting('b'),
  'alerts about an endorsement': (tx) => tx.alerts.openUnder('generation:e'),
  'alerts to clear': (tx) => tx.alerts.clearUnder('outbox:copy:e:'),
  'open proposals': (tx) => tx.staff.proposals.open(NOW),
  'due deletions': (tx) => tx.staff.deletions.due(NOW, 10),
};

describe('SQLite finds through an index', () => {
  it.each(Object.entries(OFTEN))('%s', async (_what, use) => {
    const plans = await plansOf(use);
    expect(plans.length).toBeGreaterThan(0);
    expect(plans.filter((plan) => /^SCAN (?!.*USING (?:COVERING )?INDEX)/.test(plan))).toEqual([]);
  });

  const LIMITED = [
    'holders by name and ending',
    'endorsements of a holder',
    'lapsed endorsements',
    'endorsements ending soon',
    'next job',
    'open tickets',
    'tickets of an account',
    'what is said in a ticket',
    'due items',
    'audit of a member',
    'audit of a holder',
    'audit of what was refused',
    'rows of the audit to verify',
    'next task of the staff',
    'due deletions',
  ];
  it.each(LIMITED)('%s in their order, without sorting all of them first', async (what) => {
    const plans = await plansOf(OFTEN[what]!);
    expect(plans.filter((plan) => plan === 'USE TEMP B-TREE FOR ORDER BY')).toEqual([]);
  });
});
