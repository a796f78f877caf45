import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readReference } from '../../engine/verification/read-reference.ts';
import { PAGE_TEXTS } from '../../locales/page-texts.ts';
import type { Pages } from '../pages/pages.ts';
import type { Verifying } from '../verify.ts';
import type { WebDeps } from '../web-deps.ts';

interface PageRoutes extends Pick<WebDeps, 'publicUrl'> {
  pages: Pages;
  verifying: Verifying;
}

type HomeQuery = { Querystring: { code?: string | string[] } };
type CodePage = { Params: { code: string }; Querystring: { from?: string } };

const LONGEST_TYPED = 400;

/** `/` and `/v/CODE`, for people with and without scripts. */
export function pageRoutes(app: FastifyInstance, { pages, publicUrl, verifying }: PageRoutes): void {
  app.get<HomeQuery>('/', async (request, reply) => {
    const { code } = request.query;
    if (typeof code !== 'string' || code.trim() === '') return pages.home(request, reply);
    return leadToCode(request, reply, code.slice(0, LONGEST_TYPED));
  });

  app.get<CodePage>('/v/:code', async (request, reply) => {
    const answer = await verifying.byCode(request, request.params.code);
    const asked = { by: 'code', typed: request.params.code, foreign: request.query.from === 'elsewhere' } as const;
    switch (answer.kind) {
      case 'found':
        return pages.verdict(request, reply, 200, { ...asked, ...answer.verdict });
      case 'missing':
        return pages.verdict(request, reply, 404, { ...asked, reason: answer.reason, copy: null });
      case 'refused':
        if (answer.reason === 'too-many-requests') return pages.tooManyRequests(request, reply, answer.waitSeconds);
        void reply.header('retry-after', answer.waitSeconds);
        return pages.verdict(request, reply, 429, { ...asked, reason: answer.reason, copy: null });
      default:
        return answer satisfies never;
    }
  });

  /** To the page of what somebody typed or scanned, whatever was around it. */
  function leadToCode(request: FastifyRequest, reply: FastifyReply, typed: string): FastifyReply {
    const { language, query } = pages.languageOf(request);
    const reference = readReference(typed);
    if (reference === undefined || reference.kind === 'number') {
      const said = PAGE_TEXTS[language].noCode[reference?.kind ?? 'other'];
      return pages.home(request, reply, { typed, said });
    }
    const code = reference.kind === 'code' ? reference.code : typed.trim().slice(0, 30).toWellFormed();
    const foreign = reference.kind === 'code' && isElsewhere(reference.address, request, publicUrl);
    const parameters = new URLSearchParams(query);
    if (foreign) parameters.set('from', 'elsewhere');
    const suffix = parameters.size === 0 ? '' : `?${parameters.toString()}`;
    return reply.header('cache-control', 'no-store').redirect(`/v/${encodeURIComponent(code)}${suffix}`, 303);
  }
}

/** Whether a code came in an address that leads neither here nor into the messenger. */
function isElsewhere(address: string | null, { host }: FastifyRequest, publicUrl: string | null): boolean {
  if (address === null || !URL.canParse(address)) return false;
  const given = new URL(address);
  if (given.protocol === 'tg:' || given.host === 't.me') return false;
  return given.host !== (publicUrl === null ? host : new URL(publicUrl).host);
}
