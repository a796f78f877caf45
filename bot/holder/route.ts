import type { CallbackData } from '../telegram/buttons/callback-data.ts';
import type { Effect } from '../telegram/effects.ts';
import type { FlowName } from './dialog.ts';
import type { DialogTurn, LinkedTurn, Turn } from './turn.ts';

/** What a handler answers: what to say, or that the turn goes on as if something else had been tapped. */
export type Handled = Effect[] | { onTo: CallbackData; words?: string };

type Handle<T extends Turn> = (turn: T, data: CallbackData) => Promise<Handled>;

/**
 * Who may do what a button says. `agreed`: a linked holder who agreed to the current service notice. A button of a
 * step works only for the version of the dialog that it was made for.
 */
export type Route =
  | { opens: 'anyone'; handle: Handle<Turn> }
  | { opens: 'linked' | 'agreed'; handle: Handle<LinkedTurn> }
  | { opens: 'any-step'; handle: Handle<DialogTurn> }
  | { opens: 'step'; flow: 'linking'; handle: Handle<DialogTurn> }
  | {
      opens: 'step';
      flow: 'request';
      handle: Handle<DialogTurn & LinkedTurn>;
      /** Answers a button whose step is over, if it knows better than that; undefined otherwise. */
      stale?: (turn: LinkedTurn, data: CallbackData) => Promise<Effect[] | undefined>;
    };

export function isOfFlow(turn: Turn, flow: FlowName): turn is DialogTurn {
  return turn.dialog?.flow === flow;
}

export function isLinked(turn: Turn): turn is LinkedTurn {
  return turn.link !== undefined;
}
