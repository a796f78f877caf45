import { type Audience, type Broadcast } from '../../../../engine/broadcast/broadcast.ts';
import type { Dialog } from '../../../../engine/ports/stores/account-stores.ts';
import { parseCivilDate } from '../../../../engine/time/civil-date.ts';
import { type Instant, instant } from '../../../../engine/time/instant.ts';
import type { DialogState } from '../../dialog.ts';

export const FLOW = 'broadcast';

/** What the member has said so far of the broadcast that they are writing. */
export interface Draft extends DialogState {
  step: 'audience' | 'before' | 'qualification' | 'chinese' | 'english' | 'when' | 'time' | 'confirm';
  audience?: Audience;
  chinese?: string;
  english?: string;
  /** Null for now. */
  startAt?: Instant | null;
}

const STEPS = ['audience', 'before', 'qualification', 'chinese', 'english', 'when', 'time', 'confirm'] as const;

/** The draft in a dialog's data, which `enterStep` wrote. */
export function draftOf({ step, data }: Dialog): Draft {
  const { audience, chinese, english, startAt } = data;
  const known = audienceOf(audience);
  return {
    step: STEPS.find((known) => known === step) ?? 'audience',
    ...(known && { audience: known }),
    ...(typeof chinese === 'string' && { chinese }),
    ...(typeof english === 'string' && { english }),
    ...(startAt === null && { startAt }),
    ...(typeof startAt === 'number' && { startAt: instant(startAt) }),
  };
}

/** What is complete enough to be planned. */
export function completeDraft(
  draft: Draft,
): (Pick<Broadcast, 'audience' | 'texts'> & { startAt: Instant | null }) | undefined {
  const { audience, chinese, english, startAt } = draft;
  if (!audience || chinese === undefined || english === undefined || startAt === undefined) return undefined;
  return { audience, texts: { 'zh-CN': chinese, en: english }, startAt };
}

function audienceOf(value: unknown): Audience | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined;
  if (value.kind === 'linked') return { kind: 'linked' };
  if (value.kind === 'expiring' && 'before' in value) {
    const before = parseCivilDate(String(value.before));
    return before && { kind: 'expiring', before };
  }
  if (value.kind === 'qualification' && 'code' in value) return { kind: 'qualification', code: String(value.code) };
  return undefined;
}
