import { z } from 'zod';
import { STANDING_REASONS } from '../../engine/verification/issued-verdict.ts';

/** The shapes of the API. Routes validate by them, answers are made to their types, and the OpenAPI document shows them. */

const bilingual = z.object({ 'zh-CN': z.string(), en: z.string() }).strict();
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A civil day in the authority’s zone.');
const moment = z.iso.datetime();

const glimpse = {
  maskedName: z.string().describe('The first character, and a * for each further one: 林**.'),
  qualification: bilingual,
  level: z.string().nullable(),
  issuer: z.string().describe('As printed.'),
  madeAt: moment.nullable(),
};

const endorsedCopy = z
  .object({
    kind: z.literal('endorsed'),
    number: z.string().describe('The endorsement number, as printed.'),
    ...glimpse,
    scenario: bilingual,
    firstDay: day,
    lastDay: day.describe('The last day of validity, that day included.'),
  })
  .strict();

const plainCopy = z.object({ kind: z.literal('plain'), ...glimpse }).strict();

const verdict = {
  reason: z.enum(STANDING_REASONS),
  sentence: bilingual.describe('What the reason means.'),
  asOf: day.describe('The day for which this is said.'),
  zone: z.string().describe('The authority’s time zone, by whose days validity is counted.'),
};

export const endorsementAnswer = z
  .object({
    status: z.enum(['passed', 'failed']).describe('`passed`: it holds today.'),
    ...verdict,
    copy: endorsedCopy,
  })
  .strict();

export const verificationAnswer = z
  .object({
    status: z.enum(['passed', 'failed']).describe('`passed`: exactly this file was issued here, and holds today.'),
    ...verdict,
    reason: z.enum([...STANDING_REASONS, 'not-issued']),
    copy: z.discriminatedUnion('kind', [endorsedCopy, plainCopy]).nullable(),
  })
  .strict();

export const codeParameter = z
  .string()
  .min(1)
  .max(100)
  .describe('The verification code of 18 characters; spaces, dashes and capitals don’t matter.');

export const verificationRequest = z
  .object({
    sha256: z
      .string()
      .regex(/^[0-9a-fA-F]{64}$/)
      .describe('The SHA-256 of the whole file, in hex.'),
  })
  .strict();

const PROBLEM_REASONS = [
  'unknown',
  'mistyped',
  'too-many-lookups',
  'too-many-requests',
  'invalid-request',
  'not-found',
  'too-large',
  'fault',
] as const;
export type ProblemReason = (typeof PROBLEM_REASONS)[number];

/** RFC 9457. */
export const problem = z
  .object({
    type: z.literal('about:blank'),
    title: z.string().describe('The status in words.'),
    status: z.int(),
    detail: z.string(),
    reason: z.enum(PROBLEM_REASONS).describe('For programs to go by.'),
  })
  .strict();

export type EndorsementAnswer = z.infer<typeof endorsementAnswer>;
export type VerificationAnswer = z.infer<typeof verificationAnswer>;
export type Problem = z.infer<typeof problem>;

/** A schema as JSON Schema 2020-12, which OpenAPI 3.1 speaks. */
export function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema);
  return json;
}
