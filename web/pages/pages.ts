import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Assets } from '../assets.ts';
import { sendProblem } from '../api/problem.ts';
import type { WebDeps } from '../web-deps.ts';
import { homePage } from './home-page.ts';
import { pageLanguage } from './language.ts';
import type { PageFrame } from './layout.ts';
import { type PageProblem, problemPage } from './problem-page.ts';
import { verdictPage } from './verdict-page.ts';
import type { PageVerdict } from './verdict-words.ts';

/** Sends pages in the visitor's language. */
export interface Pages {
  home(request: FastifyRequest, reply: FastifyReply, hint?: Parameters<typeof homePage>[1]): FastifyReply;
  verdict(request: FastifyRequest, reply: FastifyReply, status: number, verdict: PageVerdict): FastifyReply;
  problem(request: FastifyRequest, reply: FastifyReply, status: number, problem: PageProblem): FastifyReply;
  /** As a page or for a program, whoever asked. */
  tooManyRequests(request: FastifyRequest, reply: FastifyReply, waitSeconds: number): FastifyReply;
  /** The language's part of addresses, and the language. */
  languageOf(request: FastifyRequest): ReturnType<typeof pageLanguage>;
}

export function createPages({ catalogue, clock, policy, zone }: WebDeps, assets: Assets): Pages {
  const demonstration = catalogue.issuers.every(({ specimen }) => specimen);
  const frameOf = (request: FastifyRequest): PageFrame => ({
    ...languageOf(request),
    path: request.method === 'GET' ? pathWithoutLanguage(request.url) : null,
    authority: policy.authority,
    demonstration,
    assets,
  });
  const send = (request: FastifyRequest, reply: FastifyReply, status: number, page: string): FastifyReply =>
    reply
      .code(status)
      .headers({
        'content-language': languageOf(request).language,
        vary: 'Accept-Language',
        // What held a minute ago may be revoked by now.
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex',
        'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
      })
      .type('text/html; charset=utf-8')
      .send(page);
  const problem: Pages['problem'] = (request, reply, status, what) =>
    send(request, reply, status, problemPage(frameOf(request), what));
  return {
    home: (request, reply, hint) => send(request, reply, hint ? 422 : 200, homePage(frameOf(request), hint)),
    verdict: (request, reply, status, verdict) =>
      send(request, reply, status, verdictPage(frameOf(request), verdict, { now: clock.now(), zone })),
    problem,
    tooManyRequests(request, reply, waitSeconds) {
      void reply.header('retry-after', waitSeconds);
      if (isForPrograms(request)) return sendProblem(reply, 429, 'too-many-requests');
      return problem(request, reply, 429, 'too-many-requests');
    },
    languageOf,
  };
}

/** Whether an answer is for a program: it asked the API. */
export function isForPrograms({ url }: FastifyRequest): boolean {
  return url.startsWith('/api/') || url.startsWith('/telegram/');
}

function languageOf({ headers, query }: FastifyRequest): ReturnType<typeof pageLanguage> {
  const chosen = typeof query === 'object' && query !== null && 'lang' in query ? query.lang : undefined;
  return pageLanguage(chosen, headers['accept-language']);
}

/** Led by one slash: two would begin the name of somebody else's host. */
function pathWithoutLanguage(url: string): string {
  const [path = '/', query = ''] = url.replace(/^[/\\]*/, '/').split('?');
  const parameters = new URLSearchParams(query);
  parameters.delete('lang');
  return parameters.size === 0 ? path : `${path}?${parameters.toString()}`;
}
