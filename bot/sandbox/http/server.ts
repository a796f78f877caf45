import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { BotSide } from './bot-side.ts';
import { sendPageFile } from './page-files.ts';
import type { PersonSide } from './person-side.ts';
import { sendJson } from './send-json.ts';

/** The HTTP server over both sides: the Bot API, the people's API and the chat page. */
export function createSandboxServer(botSide: BotSide, personSide: PersonSide): Server {
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = URL.parse(`http://sandbox${request.url ?? '/'}`);
    if (!url || !isDecodable(url.pathname)) return notFound(response);
    // By which `doctor` knows that a port in use is the sandbox's own.
    if (url.pathname === '/healthz') return sendJson(response, 200, { status: 'alive' });
    if (url.pathname.startsWith('/sandbox/api/')) return personSide.handle(request, response, url);
    if (await botSide.handle(request, response, url)) return;
    if (request.method === 'GET' && (await sendPageFile(response, url.pathname))) return;
    notFound(response);
  };
  return createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A client that hung up in the middle of its request is no fault of the sandbox.
      if (request.destroyed) return;
      sendJson(response, 500, { ok: false, error_code: 500, description: `sandbox fault: ${String(error)}` });
    });
  });
}

function notFound(response: ServerResponse): void {
  sendJson(response, 404, { ok: false, error_code: 404, description: 'Not Found' });
}

function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}
