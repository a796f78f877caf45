// Asks the server as fast as it answers, over so many connections, for so many seconds: `client.ts JOB`, a file.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';

/** What to ask, and for how long. */
export interface ClientJob {
  url: string;
  connections: number;
  warmUpMs: number;
  measureMs: number;
  /** Asked for one after the other, over and over. */
  requests: { path: string; status: number; body?: string }[];
}

/** Of each answered request, in milliseconds, in the order of answers. */
export interface ClientResult {
  per_s: number;
  p50_ms: number;
  p99_ms: number;
  worst_ms: number;
}

const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as ClientJob;
const port = Number(new URL(job.url).port);
let next = 0;
let until = performance.now() + job.warmUpMs;
await askAll();
const took: number[] = [];
const began = performance.now();
until = began + job.measureMs;
await askAll(took);
const seconds = (performance.now() - began) / 1000;
took.sort((a, b) => a - b);
const at = (share: number): number => Number((took[Math.floor(took.length * share)] ?? 0).toFixed(2));
const result: ClientResult = {
  per_s: Math.round(took.length / seconds),
  p50_ms: at(0.5),
  p99_ms: at(0.99),
  worst_ms: at(0.9999999),
};
process.stdout.write(`${JSON.stringify(result)}\n`);

async function askAll(times: number[] = []): Promise<void> {
  await Promise.all(Array.from({ length: job.connections }, () => askOn(times)));
}

async function askOn(times: number[]): Promise<void> {
  let socket: Socket | undefined;
  while (performance.now() < until) {
    const request = job.requests[next++ % job.requests.length];
    if (!request) throw new TypeError('nothing to ask');
    socket ??= await dial();
    const asked = performance.now();
    socket.write(textOf(request));
    const { last, status } = await answerOn(socket);
    times.push(performance.now() - asked);
    if (status !== request.status) throw new Error(`${request.path} was answered ${status}`);
    if (last) socket = undefined;
  }
  socket?.destroy();
}

async function dial(): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  return socket;
}

function textOf({ body, path }: ClientJob['requests'][number]): string {
  if (body === undefined) return `GET ${path} HTTP/1.1\r\nHost: x\r\nAccept-Language: zh-CN\r\n\r\n`;
  const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`;
  return `${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Reads one whole answer; `last` when the server closes the connection after it. */
function answerOn(socket: Socket): Promise<{ status: number; last: boolean }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; last: boolean }>();
  let text = '';
  const listen = (chunk: Buffer): void => {
    text += chunk.toString('latin1');
    const head = text.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(/^content-length: (\d+)/im.exec(text.slice(0, head))?.[1] ?? 0);
    if (text.length < head + 4 + length) return;
    socket.off('data', listen).off('close', fail).off('error', fail);
    resolve({ status: Number(text.slice(9, 12)), last: /^connection: close/im.test(text.slice(0, head)) });
  };
  const fail = (error?: unknown): void => reject(error instanceof Error ? error : new Error('cut off'));
  socket.on('data', listen).on('close', fail).on('error', fail);
  return promise;
}
