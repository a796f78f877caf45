import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { endorsementAnswerOf, verificationAnswerOf } from '../api/answers.ts';
import { entityTag, matchesTag } from '../api/entity-tag.ts';
import { openApiDocument } from '../api/openapi-document.ts';
import { CREATE_VERIFICATION, GET_ENDORSEMENT } from '../api/operations.ts';
import { sendProblem } from '../api/problem.ts';
import type { EndorsementAnswer, VerificationAnswer } from '../api/schemas.ts';
import type { Verifying } from '../verify.ts';
import type { WebDeps } from '../web-deps.ts';

interface ApiRoutes extends Pick<WebDeps, 'clock' | 'policy' | 'publicUrl' | 'zone'> {
  verifying: Verifying;
}

/** `/api/v1/…`, for those who verify many. */
export function apiRoutes(app: FastifyInstance, deps: ApiRoutes): void {
  const document = JSON.stringify(openApiDocument(deps.policy, deps.publicUrl));

  app.get('/api/v1/openapi.json', async (request, reply) =>
    sendTagged(request.headers['if-none-match'], reply, document),
  );
  endorsementRoute(app, deps);
  verificationRoute(app, deps);
}

function endorsementRoute(app: FastifyInstance, { clock, verifying, zone }: ApiRoutes): void {
  app.route<{ Params: { code: string } }>({
    method: GET_ENDORSEMENT.method,
    url: urlOf(GET_ENDORSEMENT.path),
    schema: { params: z.object(GET_ENDORSEMENT.parameters) },
    validatorCompiler,
    async handler(request, reply) {
      const answer = await verifying.byCode(request, request.params.code);
      switch (answer.kind) {
        case 'found': {
          const body: EndorsementAnswer = endorsementAnswerOf(answer.verdict, clock.now(), zone);
          return sendTagged(request.headers['if-none-match'], reply, JSON.stringify(body));
        }
        case 'missing':
          return sendProblem(reply, 404, answer.reason);
        case 'refused':
          return sendProblem(reply.header('retry-after', answer.waitSeconds), 429, answer.reason);
        default:
          return answer satisfies never;
      }
    },
  });
}

function verificationRoute(app: FastifyInstance, { clock, verifying, zone }: ApiRoutes): void {
  app.route<{ Body: z.infer<typeof CREATE_VERIFICATION.body> }>({
    method: CREATE_VERIFICATION.method,
    url: urlOf(CREATE_VERIFICATION.path),
    schema: { body: CREATE_VERIFICATION.body },
    validatorCompiler,
    async handler(request, reply) {
      const answer = await verifying.byDigest(request, request.body.sha256);
      if (answer.kind === 'refused') {
        return sendProblem(reply.header('retry-after', answer.waitSeconds), 429, answer.reason);
      }
      const body: VerificationAnswer = verificationAnswerOf(answer.verdict, clock.now(), zone);
      return reply.header('cache-control', 'no-store').type('application/json').send(JSON.stringify(body));
    },
  });
}

/** OpenAPI's way of writing parameters, as fastify writes them. */
function urlOf(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function validatorCompiler({ schema }: { schema: unknown }) {
  if (!(schema instanceof z.ZodType)) throw new TypeError('the routes of the API validate by zod');
  return (data: unknown) => {
    const parsed = schema.safeParse(data);
    return parsed.success ? { value: parsed.data } : { error: new TypeError('not as its schema says') };
  };
}

function sendTagged(ifNoneMatch: string | undefined, reply: FastifyReply, body: string): FastifyReply {
  const tag = entityTag(body);
  void reply.headers({ etag: tag, 'cache-control': 'no-cache' });
  if (matchesTag(ifNoneMatch, tag)) return reply.code(304).send();
  return reply.type('application/json').send(body);
}
