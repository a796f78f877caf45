import type { OpenAlert } from '../../../../engine/ports/stores/service-stores.ts';
import type { Language } from '../../../../engine/ports/language.ts';
import type { Transaction } from '../../../../engine/ports/storage.ts';
import { endorsementOfKey } from '../../../../engine/staff/queue/queue-lists.ts';
import { type Instant, instant } from '../../../../engine/time/instant.ts';
import { cut } from '../../../telegram/text/cut.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { ageWords } from '../../views/age.ts';

/** What others answered can be a whole page; eight of these fit a message. */
const MOST = 200;

/** One alert in a line of HTML. */
export async function alertLine(
  tx: Transaction,
  language: Language,
  { kind, at, facts }: OpenAlert,
  now: Instant,
): Promise<string> {
  const { since } = facts;
  const age = ageWords(language, typeof since === 'number' ? instant(since) : at, now);
  return text(language, 'staff-alert-line', {
    kind,
    age: kind === 'overdue' ? await overdueAge(tx, language, facts, now, age) : age,
    number: await numberOf(tx, facts),
    message: word(facts['kind'], 'other'),
    reason: plain(language, 'staff-reason', { reason: word(facts['because'], 'fault') }),
    attempts: word(facts['attempts'] ?? facts['failures'], '?'),
    bot: word(facts['bot'], 'holder'),
    characters: word(facts['characters'], '?'),
    code: word(facts['code'], 'fault'),
    days: word(facts['days'], 'ended'),
    detail: word(facts['detail'], '—'),
    issuer: word(facts['issuer'], '?'),
    of: word(facts['of'], 'holder'),
    outlived: word(facts['outlived'], 'no'),
  });
}

/** The number of the endorsement that an alert is about; `none` when it is about none. */
async function numberOf(tx: Transaction, facts: OpenAlert['facts']): Promise<string> {
  const endorsement = await endorsementOf(tx, facts);
  return endorsement?.number ?? 'none';
}

async function overdueAge(
  tx: Transaction,
  language: Language,
  facts: OpenAlert['facts'],
  now: Instant,
  otherwise: string,
): Promise<string> {
  const endorsement = await endorsementOf(tx, facts);
  return endorsement ? ageWords(language, endorsement.requestedAt, now) : otherwise;
}

async function endorsementOf(tx: Transaction, facts: OpenAlert['facts']) {
  const id = endorsementIdOf(facts);
  return id === undefined ? undefined : tx.endorsements.get(id);
}

/** Of the endorsement that an alert is about; undefined when it is about none. */
export function endorsementIdOf(facts: OpenAlert['facts']): string | undefined {
  const { endorsementId, key } = facts;
  return typeof endorsementId === 'string' ? endorsementId : endorsementOfKey(String(key ?? ''));
}

function word(value: string | number | undefined, otherwise: string): string {
  return value === undefined ? otherwise : cut(String(value).replaceAll(/\s+/g, ' '), MOST);
}
