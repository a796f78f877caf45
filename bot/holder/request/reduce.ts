import type { ValidityChoice } from '../../../engine/endorsement/validity.ts';
import { never } from '../../../engine/result.ts';
import type { CivilDate } from '../../../engine/time/civil-date.ts';
import type { RequestState } from './state.ts';

export type RequestEvent =
  | { kind: 'next' }
  | { kind: 'back' }
  | { kind: 'scenario'; scenario: string }
  | { kind: 'choose'; choice: ValidityChoice }
  | { kind: 'other-day' };

/** What the steps depend on besides their own state. */
export interface RequestFacts {
  today: CivilDate;
  /** Codes on offer, at least one. With one there is nothing to choose, and the step is left out. */
  scenarios: readonly string[];
}

export type RequestOutcome =
  | { kind: 'go'; state: RequestState }
  /** Back from the first step. */
  | { kind: 'leave'; certificateId: string }
  /** The event belongs to another step. */
  | { kind: 'out-of-place' };

/** Where a tap leads. Whether a choice is allowed is the engine's business. */
export function reduceRequest(state: RequestState, event: RequestEvent, facts: RequestFacts): RequestOutcome {
  switch (event.kind) {
    case 'next':
      return state.step === 'details' ? go(afterDetails(state.certificateId, facts)) : OUT_OF_PLACE;
    case 'scenario':
      return atScenario(state, event.scenario, facts);
    case 'choose':
      return choose(state, event.choice, facts);
    case 'other-day': {
      if (state.step !== 'validity') return OUT_OF_PLACE;
      return go({ ...state, step: 'last-day' });
    }
    case 'back':
      return back(state, facts);
    default:
      return never(event);
  }
}

const OUT_OF_PLACE: RequestOutcome = { kind: 'out-of-place' };

function atScenario(state: RequestState, scenario: string, { scenarios }: RequestFacts): RequestOutcome {
  if (state.step !== 'scenario' || !scenarios.includes(scenario)) return OUT_OF_PLACE;
  return go({ step: 'validity', certificateId: state.certificateId, scenario });
}

function choose(state: RequestState, choice: ValidityChoice, { today }: RequestFacts): RequestOutcome {
  if (state.step !== 'validity' && state.step !== 'last-day') return OUT_OF_PLACE;
  const { certificateId, scenario } = state;
  return go({ step: 'summary', certificateId, scenario, choice, shownOn: today });
}

function back(state: RequestState, { scenarios }: RequestFacts): RequestOutcome {
  const { certificateId } = state;
  switch (state.step) {
    case 'details':
      return { kind: 'leave', certificateId };
    case 'scenario':
      return go({ step: 'details', certificateId });
    case 'validity':
      return go({ step: scenarios.length > 1 ? 'scenario' : 'details', certificateId });
    case 'last-day':
    case 'summary':
      return go({ step: 'validity', certificateId, scenario: state.scenario });
    default:
      return never(state);
  }
}

function afterDetails(certificateId: string, { scenarios }: RequestFacts): RequestState {
  const [only, ...others] = scenarios;
  if (only === undefined || others.length > 0) return { step: 'scenario', certificateId };
  return { step: 'validity', certificateId, scenario: only };
}

function go(state: RequestState): RequestOutcome {
  return { kind: 'go', state };
}
