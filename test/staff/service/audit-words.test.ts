import { expect, test } from 'vitest';
import { text } from '../../../bot/telegram/text/locale.ts';
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
