import type { View } from '../../telegram/effects.ts';
import { leaveDialog } from '../dialog.ts';
import { linkingStep } from '../linking/linking.ts';
import { noticeInTheWay } from '../notice/notice-view.ts';
import { requestStep } from '../request/step.ts';
import { isLinked, isOfFlow } from '../route.ts';
import { supportStep } from '../support/write.ts';
import type { Turn } from '../turn.ts';
import { homeView } from './home-view.ts';

const RESUME = { feature: 'home', action: 'resume', args: [] };

/** Where the person is: the step of what they are in the middle of, else the first page. */
export async function positionView(turn: Turn): Promise<View> {
  if (isOfFlow(turn, 'linking') && !isLinked(turn)) return linkingStep(turn);
  if (isOfFlow(turn, 'request') && isLinked(turn)) {
    return (await noticeInTheWay(turn, RESUME)) ?? requestStep(turn);
  }
  if (isOfFlow(turn, 'support')) return supportStep(turn);
  // A dialog that no longer fits: the link was moved to another account, or ended.
  return homeView(await leaveDialog(turn));
}
