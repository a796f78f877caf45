import type { CallbackData } from '../../../telegram/buttons/callback-data.ts';
import type { Effect } from '../../../telegram/effects.ts';
import type { Capability } from '../../../../engine/staff/permissions.ts';
import type { Duty, Tap } from '../../duty.ts';
import { inPrivate } from '../../in-private.ts';
import { ofStep } from '../../of-step.ts';
import type { StaffTurn } from '../../turn.ts';
import { openCertificate, openCertificates } from './certificates.ts';
import { answerReason, askReasonOf, type ConfirmedFlow, confirmReasoned } from './reasoned/ask-reason.ts';
import { decide } from './proposals/decide.ts';
import { openEndorsement, openEndorsements } from './endorsements.ts';
import { makeCode, resend, retry, unlock } from './deeds.ts';
import { newsAsked, newsDecided } from './proposals/proposal-news.ts';
import { answerSearch, askSearch, showCard, search } from './search.ts';

/** Holders: finding one, the card, and what can be done from there. */
export const findDuty: Duty = {
  commands: { find: inPrivate('find', search) },
  taps: {
    'find:search': inPrivate('find', askSearch),
    'find:card': inPrivate('find', (turn, { args: [id = ''] }) => showCard(turn, id)),
    'find:certificates': inPrivate('find', openCertificates),
    'find:certificate': inPrivate('find', (turn, { args: [id = ''] }) => openCertificate(turn, id)),
    'find:endorsements': inPrivate('find', openEndorsements),
    'find:endorsement': inPrivate('find', (turn, { args: [id = ''] }) => openEndorsement(turn, id)),
    'find:reveal': inPrivate('reveal', reasoned('reveal')),
    'find:code': inPrivate('make-link-code', makeCode),
    'find:unlock': inPrivate('unlock', unlock),
    'find:unlink': inPrivate('unlink', reasoned('unlink')),
    'find:unlink-yes': confirmed('unlink', 'unlink'),
    'find:resend': inPrivate('resend', resend),
    'find:retry': inPrivate('retry', retry),
    'find:revoke': inPrivate('revoke', reasoned('revoke')),
    'find:revoke-yes': confirmed('revoke', 'revoke'),
    'find:withdraw': inPrivate('ask-withdrawal', reasoned('withdraw-certificate')),
    'find:restore': inPrivate('ask-withdrawal', reasoned('restore-certificate')),
    'find:ask-yes': confirmed('ask-withdrawal', 'ask-withdrawal'),
    'find:confirm': inPrivate('confirm-withdrawal', (turn, data) => decide(turn, data, 'confirmed')),
    'find:decline': inPrivate('confirm-withdrawal', (turn, data) => decide(turn, data, 'declined')),
    'find:take-back': inPrivate('ask-withdrawal', (turn, data) => decide(turn, data, 'taken-back')),
  },
  flows: {
    find: inPrivate('find', answerSearch),
    reveal: inPrivate('reveal', answerReason),
    unlink: inPrivate('unlink', answerReason),
    revoke: inPrivate('revoke', answerReason),
    'ask-withdrawal': inPrivate('ask-withdrawal', answerReason),
  },
  news: { 'proposal-asked': newsAsked, 'proposal-decided': newsDecided },
};

function reasoned(deed: Parameters<typeof askReasonOf>[2]) {
  return (turn: StaffTurn, data: CallbackData): Promise<Effect[]> => askReasonOf(turn, data, deed);
}

function confirmed(needs: Capability, flow: ConfirmedFlow): Tap {
  return ofStep(
    flow,
    inPrivate(needs, (turn) => confirmReasoned(turn, flow)),
  );
}
