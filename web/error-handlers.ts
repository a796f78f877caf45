import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './api/problem.ts';
import type { ProblemReason } from './api/schemas.ts';
import { isForPrograms, type Pages } from './pages/pages.ts';
import type { WebDeps } from './web-deps.ts';

type Refusal = Extract<ProblemReason, 'fault' | 'invalid-request' | 'not-found' | 'too-large'>;

/** Whatever goes wrong is told in the form in which the answer was awaited, and only faults of ours are logged. */
export function createErrorHandlers(app: FastifyInstance, { logger }: Pick<WebDeps, 'logger'>, pages: Pages): void {
  const refuse = refuseBy(pages);
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return refuse(request, reply, status, status === 413 ? 'too-large' : 'invalid-request');
    // The route and not the address, in which a code may be.
    logger.error({ err: error, route: request.routeOptions.url }, 'a request could not be answered');
    return refuse(request, reply, status, 'fault');
  });
}

/** For addresses at which nothing is. */
export function createNotFoundHandler(app: FastifyInstance, pages: Pages): void {
  const refuse = refuseBy(pages);
  app.setNotFoundHandler((request, reply) => refuse(request, reply, 404, 'not-found'));
}

function refuseBy(pages: Pages) {
  return (request: FastifyRequest, reply: FastifyReply, status: number, refusal: Refusal): FastifyReply =>
    isForPrograms(request) ? sendProblem(reply, status, refusal) : pages.problem(request, reply, status, refusal);
}
