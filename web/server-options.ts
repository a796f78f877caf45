import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyHttpOptions } from 'fastify';
import { problemOf, sendProblem } from './api/problem.ts';
import type { ProblemReason } from './api/schemas.ts';
import type { WebDeps } from './web-deps.ts';

/** JSON and forms that people send are a few hundred bytes; files and updates have limits of their own. */
const LARGEST_BODY = 16 * 1024;

/** Address and headers together. */
const LARGEST_HEAD = 8 * 1024;

/** How long and how much one visitor may take of the server; past that he is answered with an error, or cut off. */
export function serverOptions({ trustedProxies }: Pick<WebDeps, 'trustedProxies'>): FastifyHttpOptions<Server> {
  return {
    // Lines about requests would hold addresses. What goes wrong is logged by the error handler.
    logger: false,
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    bodyLimit: LARGEST_BODY,
    // A whole request, file and all; 10 MB take 27 s at 3 Mbit/s.
    requestTimeout: 30_000,
    // With no byte either way; the answer to somebody who doesn't listen would otherwise wait for ever.
    connectionTimeout: 30_000,
    keepAliveTimeout: 5000,
    maxRequestsPerSocket: 1000,
    forceCloseConnections: true,
    return503OnClosing: false,
    rewriteUrl: ({ url = '/' }) => plainAddress(url),
    // A code of any length is looked at: the router's own answer to a long one is none for people.
    routerOptions: { maxParamLength: LARGEST_HEAD, ignoreTrailingSlash: true },
    http: { maxHeaderSize: LARGEST_HEAD, headersTimeout: 10_000, connectionsCheckingInterval: 1000 },
    // Addresses that can't be read at all.
    frameworkErrors: (_error, _request, reply) => void sendProblem(reply, 400, 'invalid-request'),
    clientErrorHandler: (error, socket) => answerUnreadable(error.code, socket),
  };
}

/** An address without the host that it may begin with (RFC 9112, 3.2.2), and with a `%` that escapes nothing as one. */
function plainAddress(url: string): string {
  const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/^(?=[?#]|$)/, '/');
  return isReadable(path) ? path : path.replaceAll('%', '%25');
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Connections at a time; Node drops what is above at once, so that neither memory nor files run out. */
export const MOST_CONNECTIONS = 1500;

/** For the answer to get there, before the connection is torn down under it. */
const TO_READ_IT_MS = 1000;

/** What isn't HTTP gets an answer that is, as far as somebody still listens. */
function answerUnreadable(code: string | undefined, socket: Socket): void {
  if (code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy();
  const { reason, status } = unreadable(code);
  const problem = problemOf(status, reason);
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${status} ${problem.title}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  // Whoever doesn't hang up, too, would keep one of the connections for ever: nothing else ends half a one.
  setTimeout(() => socket.destroy(), TO_READ_IT_MS).unref();
}

function unreadable(code: string | undefined): { status: number; reason: ProblemReason } {
  if (code === 'HPE_HEADER_OVERFLOW') return { status: 431, reason: 'too-large' };
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { status: 408, reason: 'invalid-request' };
  return { status: 400, reason: 'invalid-request' };
}
