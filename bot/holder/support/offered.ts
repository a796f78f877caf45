import type { CallbackData } from '../../telegram/buttons/callback-data.ts';
import type { Effect } from '../../telegram/effects.ts';
import { text } from '../../telegram/text/locale.ts';
import { leaveDialog } from '../dialog.ts';
import { homeView } from '../home/home-view.ts';
import { staleButton } from '../home/home.ts';
import { isOfFlow } from '../route.ts';
import { show, withNote } from '../show.ts';
import type { DialogTurn } from '../turn.ts';
import { readSupport } from './state.ts';
import { writeTo } from './write.ts';

/** 发给客服. */
export async function sendOffered(turn: DialogTurn, { args }: CallbackData): Promise<Effect[]> {
  const state = isOfFlow(turn, 'support') ? readSupport(turn.dialog) : undefined;
  if (state?.step !== 'offer') return staleButton(turn);
  const { content, messageId } = state;
  return writeTo(turn, { content, messageId, replyTo: undefined, masked: false }, args[0] ?? '');
}

/** 不发. */
export async function keepOffered(turn: DialogTurn): Promise<Effect[]> {
  if (!isOfFlow(turn, 'support')) return staleButton(turn);
  const left = await leaveDialog(turn);
  return show(left, withNote(await homeView(left), text(turn.account.language, 'support-kept')));
}
