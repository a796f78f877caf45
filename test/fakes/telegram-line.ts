import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';

/** A call is on the line three times: before it is carried out, before its answer goes back, and after that. */
export type Stage = 'received' | 'carried-out' | 'answered';

export interface PassingCall {
  method: string;
  stage: Stage;
  /** What the Bot API answered; null before it did. */
  answer: Buffer | null;
}

/**
 * `cut`: the caller loses the connection, and the call goes no further. `late`: the same for the caller, but a call
 * that was received was on its way already and is carried out after a while.
 */
export type Verdict = 'pass' | 'cut' | 'late';

export interface TelegramLine {
  /** What the bot is given instead of the Bot API's own address. */
  readonly apiRoot: string;
  close(): Promise<void>;
}

const LATE_MS = 1500;

/** A line between a bot and a Bot API, on which somebody listens and may cut it. */
export async function startTelegramLine(
  target: string,
  listen: (call: PassingCall) => Verdict | undefined,
): Promise<TelegramLine> {
  const server = createServer((request, response) => {
    carry(target, listen, request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a line has a TCP port');
  return {
    apiRoot: `http://127.0.0.1:${address.port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function carry(
  target: string,
  listen: (call: PassingCall) => Verdict | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = /^\/bot[^/]+\/(\w+)/.exec(request.url ?? '')?.[1] ?? 'download';
  const body = await buffer(request);
  const verdict = listen({ method, stage: 'received', answer: null }) ?? 'pass';
  if (verdict !== 'pass') response.destroy();
  if (verdict === 'cut') return;
  if (verdict === 'late') await delay(LATE_MS);
  // Waiting for updates ends with whoever waits; all else is done, whether or not somebody still listens.
  const gone = new AbortController();
  if (method === 'getUpdates') response.once('close', () => gone.abort());
  const { status, answer } = await passOn(target, request, body, gone.signal);
  if (verdict === 'late') return;
  if ((listen({ method, stage: 'carried-out', answer }) ?? 'pass') !== 'pass') return void response.destroy();
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(answer, () => void listen({ method, stage: 'answered', answer }));
}

async function passOn(
  target: string,
  { url = '/', method = 'GET', headers }: IncomingMessage,
  body: Buffer,
  signal: AbortSignal,
): Promise<{ status: number; answer: Buffer }> {
  const type = headers['content-type'];
  const response = await fetch(`${target}${url}`, {
    method,
    signal,
    ...(method === 'POST' && { body }),
    ...(type !== undefined && { headers: { 'content-type': type } }),
  });
  return { status: response.status, answer: Buffer.from(await response.bytes()) };
}
