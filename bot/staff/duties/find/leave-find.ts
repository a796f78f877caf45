import { isOfFlow, leaveDialog } from '../../dialog.ts';
import type { StaffTurn } from '../../turn.ts';
import { FLOW_OF } from './reasoned/reasoned-state.ts';

const FLOWS: readonly string[] = ['find', ...Object.values(FLOW_OF)];

/** Ends what of /find the member is in the middle of. Whoever writes a broadcast meanwhile goes on with that. */
export async function leaveFind(turn: StaffTurn): Promise<StaffTurn> {
  return FLOWS.some((flow) => isOfFlow(turn, flow)) ? leaveDialog(turn) : turn;
}

export function isElsewhere(turn: StaffTurn): boolean {
  return turn.dialog !== undefined && !FLOWS.includes(turn.dialog.flow);
}
