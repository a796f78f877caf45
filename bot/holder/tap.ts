import { never } from '../../engine/result.ts';
import type { CallbackData } from '../telegram/buttons/callback-data.ts';
import type { Effect } from '../telegram/effects.ts';
import { text } from '../telegram/text/locale.ts';
import { leaveDialog } from './dialog.ts';
import { sayExpired, staleButton } from './home/home.ts';
import { homeView } from './home/home-view.ts';
import { noticeInTheWay } from './notice/notice-view.ts';
import { type Handled, isLinked, isOfFlow, type Route } from './route.ts';
import { ROUTES } from './routes.ts';
import { show, withNote } from './show.ts';
import type { DialogTurn, LinkedTurn, Turn } from './turn.ts';

/** Does what a button says, if whoever tapped may. What it names is authorised by the use case behind it. */
export async function openTap(turn: Turn, data: CallbackData): Promise<Effect[]> {
  const name = `${data.feature}:${data.action}`;
  const route = Object.hasOwn(ROUTES, name) ? ROUTES[name] : undefined;
  if (!route) return staleButton(turn);
  const handled = await openRoute(turn, data, route);
  if (Array.isArray(handled)) return handled;
  const effects = await openTap(turn, handled.onTo);
  return handled.words === undefined ? effects : effects.map((effect) => withWords(effect, handled.words));
}

async function openRoute(turn: Turn, data: CallbackData, route: Route): Promise<Handled> {
  switch (route.opens) {
    case 'anyone':
      return route.handle(turn, data);
    case 'linked':
      return isLinked(turn) ? route.handle(turn, data) : askToLink(turn);
    case 'agreed':
      if (!isLinked(turn)) return askToLink(turn);
      return (await passNotice(turn, data)) ?? route.handle(await leaveRequest(turn), data);
    case 'any-step':
      return isCurrent(turn, data) ? route.handle(turn, data) : tooLate(turn);
    case 'step':
      return openStep(turn, data, route);
    default:
      return never(route);
  }
}

async function openStep(turn: Turn, data: CallbackData, route: Extract<Route, { opens: 'step' }>): Promise<Handled> {
  if (route.flow === 'linking') {
    const current = isCurrent(turn, data) && isOfFlow(turn, 'linking') && !isLinked(turn);
    return current ? route.handle(turn, data) : tooLate(turn);
  }
  if (!isLinked(turn)) return tooLate(turn);
  const notice = await passNotice(turn, data);
  if (notice) return notice;
  if (isCurrent(turn, data) && isOfFlow(turn, 'request')) return route.handle(turn, data);
  return (await route.stale?.(turn, data)) ?? tooLate(turn);
}

/** Asks for agreement to the service notice, if that is due, and remembers what was wanted. */
export async function passNotice(turn: LinkedTurn, wanted: CallbackData): Promise<Effect[] | undefined> {
  const notice = await noticeInTheWay(turn, wanted);
  return notice && show(turn, notice);
}

function isCurrent(turn: Turn, { version }: CallbackData): turn is DialogTurn {
  return turn.dialog !== undefined && turn.dialog.version === version;
}

function tooLate(turn: Turn): Promise<Effect[]> {
  return turn.expired ? sayExpired(turn) : staleButton(turn);
}

async function askToLink(turn: Turn): Promise<Effect[]> {
  return show(turn, withNote(await homeView(turn), text(turn.account.language, 'gate-link')));
}

/** Whoever goes elsewhere by a button has left the request; what they type then is not meant for it. */
async function leaveRequest(turn: LinkedTurn): Promise<LinkedTurn> {
  return turn.dialog?.flow === 'request' ? leaveDialog(turn) : turn;
}

function withWords(effect: Effect, words: string | undefined): Effect {
  return effect.kind === 'answer' && effect.text === undefined && words !== undefined
    ? { ...effect, text: words }
    : effect;
}
