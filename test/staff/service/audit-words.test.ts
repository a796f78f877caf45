import { describe, expect, test } from 'vitest';
import { DUTIES } from '../../../bot/staff/duties.ts';
import { deedName } from '../../../bot/staff/duties/audit/deed-name.ts';
import { plain, text } from '../../../bot/telegram/text/locale.ts';
import { LANGUAGES } from '../../../engine/ports/language.ts';

/** What the audit notes of a deed that was not done. */
const REFUSALS = `
  reason-length reason-personal not-found nowhere-to-show link-gone already-over no-such-holder
  no-such-endorsement no-such-certificate not-locked not-linked blocked still-generating revoked failed
  copy-erased quota-used-up certificate-withdrawn too-late nothing-to-retry nothing-to-give-up
  nothing-uncertain nobody already-asked already-confirmed nothing-to-change closed open-already erased moved
  nothing-said no-such-member claimed-by-other claimed changed too-long no-such-ticket no-such-answer not-text
  contradicts past no-change fixed no-such-rule begun no-such-change empty not-a-file not-a-version
  older-version newer-version text-changed taken empty-text long-text not-a-day past-day not-a-time past-time
  far-time unknown-qualification no-such-broadcast not-now nothing-left not-allowed suspended stale not-private
  yourself last-admin changed-meanwhile registry-changed bad same-person not-yours already-decided expired gone outdated
  second-person too-large no-such-proposal
`;

test.each(LANGUAGES)('every refusal in the audit is said in words in %s', (language) => {
  const raw = REFUSALS.trim()
    .split(/\s+/)
    .filter((refusal) => text(language, 'staff-audit-refusal', { refusal, code: '?' }).includes('?'));
  expect(raw).toEqual([]);
});

/** What the router calls what a member does. What is said outside any dialog goes by the kind of the message. */
const ACTIONS = [
  ...DUTIES.flatMap(({ commands = {}, taps = {}, flows = {} }) => [
    ...Object.keys(commands).map((name) => `/${name}`),
    ...Object.keys(taps),
    ...Object.keys(flows).map((flow) => `${flow}.said`),
  ]),
  ...['reply', 'text', 'document', 'other'].map((kind) => `${kind}.said`),
];
/** What is done by a task or at the command line, and deeds that their facts make others. */
const OTHERS = [
  ...['join', 'import:written', 'staff invite', 'staff list', 'registry import', 'link-code'].map((action) =>
    named(action),
  ),
  ...['suspend', 'resume', 'remove'].map((change) => named('members:do', { change })),
  ...['retry', 'ask', 'give-up', 'ask-all', 'ask-all-up', 'retry-all', 'give-up-all'].map((deed) =>
    named(`queue:${deed}`, { list: 'uncertain' }),
  ),
  ...['reply.said', 'text.said'].map((action) => named(action, { internal: true })),
  named('canned.said', { change: 'save' }),
  named('/group', { change: 'how' }),
];

function named(action: string, facts: Parameters<typeof deedName>[0]['facts'] = {}): string {
  return deedName({ action, facts });
}

describe.each(LANGUAGES)('in %s', (language) => {
  const wordsOf = (deed: string): string => plain(language, 'staff-audit-deed', { action: deed, what: '?' });

  test('every deed in the audit has words of its own: those of its permission would say that it was done', () => {
    const deeds = [...ACTIONS.map((action) => named(action)), ...OTHERS];
    expect(deeds.filter((deed) => wordsOf(deed) === '?')).toEqual([]);
  });

  test('what prepares or gives up a broadcast, an import or a text reads otherwise than what does it', () => {
    const like = (action: string): string[] =>
      ACTIONS.filter((other) => wordsOf(named(other)) === wordsOf(named(action)));
    expect(like('broadcast:confirm')).toEqual(['broadcast:confirm']);
    expect(like('import.said')).toEqual(['import.said']);
    expect(like('notice:publish')).toEqual(['notice:publish']);
    expect(like('policy:record')).toEqual(['policy:record']);
    expect(like('/cancel').sort()).toEqual(['/cancel', 'basics:cancel']);
  });
});
