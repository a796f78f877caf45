import type { CallbackData } from '../../../telegram/buttons/callback-data.ts';
import type { Effect } from '../../../telegram/effects.ts';
import type { Duty, Entry } from '../../duty.ts';
import { inPrivate } from '../../in-private.ts';
import { ofStep } from '../../of-step.ts';
import type { StaffTurn } from '../../turn.ts';
import { hearReply, hearTopic } from './answer.ts';
import {
  answerWriting,
  askDelete,
  deleteCanned,
  FLOW,
  listCanned,
  stopWriting,
  viewCanned,
  writeCanned,
} from './canned/canned.ts';
import { chooseCanned, previewCanned, sendCanned } from './canned/canned-use.ts';
import { chooseReceiver, claim, close, giveTo, onTicket, reopen, showAgain, showHolder, take } from './deeds.ts';
import { listTickets, openTicketCard } from './list.ts';
import { tellCard, tellEntry, tellErased, tellReceipt } from './telling/ticket-news.ts';

/** What holders ask: seeing it, claiming it, answering, handing it over, closing it. */
export const ticketsDuty: Duty = {
  commands: {
    tickets: { needs: 'tickets', handle: (turn) => listTickets(turn, undefined) },
    canned: inPrivate('canned-answers', (turn) => listCanned(turn)),
  },
  taps: {
    'ticket:list': { needs: 'tickets', handle: (turn, { args }) => listTickets(turn, args[0]) },
    'ticket:show': { needs: 'tickets', handle: openTicketCard },
    'ticket:claim': working(onTicket(claim)),
    'ticket:take': working(onTicket(take)),
    'ticket:hand': working(onTicket(chooseReceiver)),
    'ticket:to': working(onTicket(giveTo)),
    'ticket:close': working(onTicket(close)),
    'ticket:reopen': working(onTicket(reopen)),
    'ticket:back': working(onTicket(showAgain)),
    'ticket:canned': working(onTicket(chooseCanned)),
    'ticket:use': working(onTicket(previewCanned)),
    'ticket:send': working(onTicket(sendCanned)),
    'ticket:holder': { needs: 'find', handle: onTicket(showHolder) },
    'canned:list': inPrivate('canned-answers', (turn) => listCanned(turn)),
    'canned:view': inPrivate('canned-answers', viewCanned),
    'canned:new': inPrivate('canned-answers', writeCanned),
    'canned:change': inPrivate('canned-answers', writeCanned),
    'canned:ask-delete': inPrivate('canned-answers', askDelete),
    'canned:delete': inPrivate('canned-answers', deleteCanned),
    'canned:stop': ofStep(FLOW, inPrivate('canned-answers', stopWriting)),
  },
  flows: { [FLOW]: inPrivate('canned-answers', answerWriting) },
  replies: hearReply,
  hears: hearTopic,
  news: {
    'ticket-post': tellEntry,
    'ticket-card': tellCard,
    'ticket-receipt': tellReceipt,
    'ticket-erased': tellErased,
  },
};

function working(handle: (turn: StaffTurn, data: CallbackData) => Promise<Effect[]>): Entry<CallbackData> {
  return { needs: 'tickets', handle };
}
