import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { Problem, ProblemReason } from './schemas.ts';

const DETAILS: Readonly<Record<ProblemReason, string>> = {
  unknown: 'This service has issued nothing by that verification code.',
  mistyped: 'That can not be a verification code: a character is missing or wrong.',
  'too-many-lookups': 'Many codes that do not exist were asked for from this address. Try again in an hour.',
  'too-many-requests': 'Too many requests in a short time. Wait as long as Retry-After says.',
  'invalid-request': 'The request is not as the OpenAPI document says: /api/v1/openapi.json.',
  'not-found': 'There is nothing here.',
  'too-large': 'The request is larger than any that makes sense here.',
  fault: 'The fault is ours. Try again later.',
};

/** RFC 9457. Without a type of its own (`about:blank`) a problem is what its status says, and `reason` which one. */
export function problemOf(status: number, reason: ProblemReason): Problem {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail: DETAILS[reason], reason };
}

export function sendProblem(reply: FastifyReply, status: number, reason: ProblemReason): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(status, reason)));
}
