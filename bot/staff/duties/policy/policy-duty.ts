import type { Duty } from '../../duty.ts';
import { inPrivate } from '../../in-private.ts';
import { ofStep } from '../../of-step.ts';
import { show } from '../../show.ts';
import { FLOW } from './change-draft.ts';
import { askDay, askValue, record, choose } from './change-steps.ts';
import { answerStep } from './answer-step.ts';
import { groupView, openRule, policyView } from './policy-views.ts';
import { takeBack } from './take-back.ts';

/** The rules with their numbers: to look at for all, to change from a day on for admins. */
export const policyDuty: Duty = {
  commands: { policy: { needs: 'look-at-policy', handle: async (turn) => show(turn, await policyView(turn)) } },
  taps: {
    'policy:all': { needs: 'look-at-policy', handle: async (turn) => show(turn, await policyView(turn)) },
    'policy:group': {
      needs: 'look-at-policy',
      handle: async (turn, { args: [group = ''] }) => show(turn, await groupView(turn, group)),
    },
    'policy:rule': { needs: 'look-at-policy', handle: (turn, { args: [path = ''] }) => openRule(turn, path) },
    'policy:change': inPrivate('change-policy', (turn, { args: [path = ''] }) => askValue(turn, path)),
    'policy:choose': ofStep(
      FLOW,
      inPrivate('change-policy', (turn, { args: [choice = ''] }) => choose(turn, choice)),
    ),
    'policy:day': ofStep(
      FLOW,
      inPrivate('change-policy', (turn, { args: [day = ''] }) => askDay(turn, day)),
    ),
    'policy:record': ofStep(FLOW, inPrivate('change-policy', record)),
    'policy:take-back': inPrivate('change-policy', takeBack),
  },
  flows: { [FLOW]: inPrivate('change-policy', answerStep) },
};
