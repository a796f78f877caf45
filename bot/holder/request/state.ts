import { z } from 'zod';
import type { ValidityChoice } from '../../../engine/endorsement/validity.ts';
import type { Dialog } from '../../../engine/ports/stores/account-stores.ts';
import { type CivilDate, parseCivilDate } from '../../../engine/time/civil-date.ts';

const day = z.string().transform((value, context): CivilDate => {
  const parsed = parseCivilDate(value);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: 'not a civil date' });
  return z.NEVER;
});
const choice: z.ZodType<ValidityChoice> = z.union([z.object({ days: z.int() }), z.object({ lastDay: day })]);
const certificateId = z.string();
const scenario = z.string();

const STATE = z.discriminatedUnion('step', [
  z.object({ step: z.literal('details'), certificateId }),
  z.object({ step: z.literal('scenario'), certificateId }),
  z.object({ step: z.literal('validity'), certificateId, scenario }),
  z.object({ step: z.literal('last-day'), certificateId, scenario }),
  /** `shownOn`: the day on which the summary's dates were counted. */
  z.object({ step: z.literal('summary'), certificateId, scenario, choice, shownOn: day }),
]);

/** Where in asking for an endorsement a person is, and what they have chosen so far. */
export type RequestState = z.infer<typeof STATE>;

/** Throws ZodError for data that no version of this flow wrote. */
export function readRequest(dialog: Dialog): RequestState {
  return STATE.parse(dialog.data);
}
