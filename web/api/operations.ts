import type { z } from 'zod';
import { codeParameter, endorsementAnswer, problem, verificationAnswer, verificationRequest } from './schemas.ts';

/** An operation of the API: what its route validates by, and what the OpenAPI document says of it. */
export interface Operation {
  id: string;
  method: 'GET' | 'POST';
  /** As OpenAPI writes it. */
  path: string;
  summary: string;
  parameters: Readonly<Record<string, z.ZodType>>;
  body: z.ZodType | null;
  /** By status; what has no content has no schema. */
  answers: Readonly<Record<number, { description: string; schema: z.ZodType | null; type: string }>>;
}

const JSON_TYPE = 'application/json';
const PROBLEM_TYPE = 'application/problem+json';
const problemOf = (description: string) => ({ description, schema: problem, type: PROBLEM_TYPE });

export const GET_ENDORSEMENT = {
  id: 'getEndorsement',
  method: 'GET',
  path: '/api/v1/endorsements/{code}',
  summary: 'Whether the endorsement with a verification code holds today.',
  parameters: { code: codeParameter },
  body: null,
  answers: {
    200: {
      description: 'It was issued here; `status` says whether it holds.',
      schema: endorsementAnswer,
      type: JSON_TYPE,
    },
    304: { description: 'Nothing has changed since the answer with that ETag.', schema: null, type: JSON_TYPE },
    400: problemOf('`invalid-request`: the code is longer than the 100 characters that any way of writing it needs.'),
    404: problemOf(
      '`unknown`: nothing was issued by that code. `mistyped`: it can’t be one, its check character is wrong.',
    ),
    429: problemOf(
      '`too-many-lookups`: many codes that don’t exist within an hour. `too-many-requests`: wait as told.',
    ),
  },
} as const satisfies Operation;

export const CREATE_VERIFICATION = {
  id: 'createVerification',
  method: 'POST',
  path: '/api/v1/verifications',
  summary: 'Whether exactly the file with a SHA-256 was issued here, and holds today.',
  parameters: {},
  body: verificationRequest,
  answers: {
    200: { description: 'The verdict.', schema: verificationAnswer, type: JSON_TYPE },
    400: problemOf('`invalid-request`: the body is not as it has to be.'),
    413: problemOf('`too-large`'),
    415: problemOf('`invalid-request`: the body is not JSON.'),
    429: problemOf('`too-many-requests`: wait as told.'),
  },
} as const satisfies Operation;

export const OPERATIONS: readonly Operation[] = [GET_ENDORSEMENT, CREATE_VERIFICATION];
