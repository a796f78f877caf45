import { z } from 'zod';
import type { Dialog } from '../../../../../engine/ports/stores/account-stores.ts';

/** What a member gives a reason for. */
const REASONED = ['reveal', 'unlink', 'revoke', 'withdraw-certificate', 'restore-certificate'] as const;
export type ReasonedDeed = (typeof REASONED)[number];

/** The dialog in which the reason is typed, and for all but revealing confirmed. */
export const FLOW_OF = {
  reveal: 'reveal',
  unlink: 'unlink',
  revoke: 'revoke',
  'withdraw-certificate': 'ask-withdrawal',
  'restore-certificate': 'ask-withdrawal',
} as const satisfies Record<ReasonedDeed, string>;

/** `id` is of the holder, the endorsement or the certificate; `linkId` of the link that the member saw. */
const target = { deed: z.enum(REASONED), id: z.string(), linkId: z.string().nullable() };

const STATE = z.discriminatedUnion('step', [
  z.object({ step: z.literal('reason'), ...target }),
  z.object({ step: z.literal('confirm'), ...target, reason: z.string() }),
]);

export type ReasonedState = z.infer<typeof STATE>;
export type ReadyState = Extract<ReasonedState, { step: 'confirm' }>;

/** Throws ZodError for data that no version of these flows wrote. */
export function readReasoned(dialog: Dialog): ReasonedState {
  return STATE.parse(dialog.data);
}
