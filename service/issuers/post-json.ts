import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as requestHttp } from 'node:http';
import { Agent, request as requestHttps } from 'node:https';
import { SignerFault } from '../../engine/document/faults.ts';

export interface JsonPost {
  url: string;
  body: object;
  /** Sent as a bearer token. */
  token: string;
  /** Certificates in PEM that the server's must lead to; null for those that the system trusts. */
  authority: Uint8Array | null;
  /** From the first byte to the last, both ways. */
  timeoutMs: number;
}

const LARGEST_ANSWER = 64 * 1024;
/** Nothing was sent yet, or into a connection that the other side had closed before: to ask again repeats nothing. */
const NOT_ASKED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE']);
const OVERLOADED = new Set([408, 425, 429]);

/** One for all, so that connections are kept between signatures. */
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Posts JSON and answers the JSON that comes back. Rejects with SignerFault, which quotes neither. */
export async function postJson(post: JsonPost): Promise<unknown> {
  const deadline = AbortSignal.timeout(post.timeoutMs);
  const { status, text } = await exchange(post, deadline);
  if (status >= 500 || OVERLOADED.has(status))
    throw new SignerFault('unavailable', `${hostOf(post)} answered ${status}`);
  const json = parse(text);
  if (status !== 200) throw new SignerFault('refused', `${hostOf(post)} answered ${status}${reasonIn(json)}`);
  if (json === undefined) throw new SignerFault('not-understood', `${hostOf(post)} answered no JSON`);
  return json;
}

async function exchange(post: JsonPost, deadline: AbortSignal): Promise<{ status: number; text: string }> {
  for (let again = false; ; again = true) {
    const request = begin(post, deadline);
    try {
      const answer = await sent(request, JSON.stringify(post.body));
      return { status: answer.statusCode ?? 0, text: await textOf(answer) };
    } catch (error) {
      if (error instanceof SignerFault) throw error;
      if (deadline.aborted)
        throw new SignerFault('timed-out', `${hostOf(post)} didn't answer within ${post.timeoutMs} ms`);
      const code = codeOf(error);
      const stale = request.reusedSocket && code === 'ECONNRESET';
      if (!again && (stale || NOT_ASKED.has(code))) continue;
      throw new SignerFault('unreachable', `${hostOf(post)}: ${code}`);
    }
  }
}

function begin({ authority, token, url }: JsonPost, signal: AbortSignal): ClientRequest {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' };
  const options = { method: 'POST', headers, signal };
  if (url.startsWith('http:')) return requestHttp(url, options);
  return requestHttps(url, { ...options, agent, ...(authority ? { ca: Buffer.from(authority) } : {}) });
}

function sent(request: ClientRequest, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('response', resolve);
    request.on('error', reject);
    request.end(body);
  });
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer) {
    if (!(part instanceof Uint8Array)) continue;
    length += part.length;
    if (length > LARGEST_ANSWER) throw new SignerFault('not-understood', 'the signing service answered far too much');
    parts.push(Buffer.from(part));
  }
  return Buffer.concat(parts).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// The interface's errors have a code, which can't hold anything secret; descriptions could.
function reasonIn(json: unknown): string {
  const code = typeof json === 'object' && json !== null && 'error' in json ? json.error : undefined;
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? ` (${code})` : '';
}

function hostOf({ url }: JsonPost): string {
  return new URL(url).host;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'failed';
}
