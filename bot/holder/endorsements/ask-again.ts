import { viewEndorsement } from '../../../engine/endorsement/list-endorsements.ts';
import type { CallbackData } from '../../telegram/buttons/callback-data.ts';
import type { Effect } from '../../telegram/effects.ts';
import { beginAsking } from '../request/step.ts';
import { show } from '../show.ts';
import type { LinkedTurn } from '../turn.ts';
import { notFoundView } from '../views/not-found.ts';

/** The same again as an endorsement that is over: straight to the summary, where it can still be changed. */
export async function askAgain(turn: LinkedTurn, { args }: CallbackData): Promise<Effect[]> {
  const { tx, deps, now, link, account } = turn;
  const endorsementId = args[0] ?? '';
  const view = await viewEndorsement(tx, deps, { now, holderId: link.holderId, endorsementId });
  if (!view.ok) return show(turn, notFoundView(account.language));
  const { certificateId, scenario, days } = view.value.endorsement;
  const offered = deps.policy.scenarios.some(({ code }) => code === scenario);
  const allowed = days <= deps.policy.validity.maxDays;
  const state = { certificateId, scenario, choice: { days }, shownOn: deps.zone.dateOf(now) };
  if (!offered || !allowed) return show(turn, await beginAsking(turn, { step: 'details', certificateId }));
  return show(turn, await beginAsking(turn, { step: 'summary', ...state }));
}
