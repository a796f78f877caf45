import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { promisify } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { MOST_CONNECTIONS, serverOptions } from '../../web/server-options.ts';
import { listening, startWeb } from './start-web.ts';

interface Line {
  socket: Socket;
  /** Everything that came until the other side hung up. */
  all: Promise<string>;
}

async function dial(address: string): Promise<Line> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const all = new Promise<string>((resolve) => {
    socket.on('error', () => resolve(text)).on('close', () => resolve(text));
  });
  await once(socket, 'connect');
  return { socket, all };
}

async function say(address: string, text: string): Promise<string> {
  const { all, socket } = await dial(address);
  socket.write(text);
  return all;
}

test('headers larger than any browser’s are refused', async () => {
  const { app } = await startWeb();
  const address = await listening(app);
  const answer = await say(address, `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  expect(answer).toContain('application/problem+json');
});

test.each([
  'nonsense\r\n\r\n',
  'GET /\u0000 HTTP/1.1\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
])('what isn’t HTTP (%j) is answered and cut', async (text) => {
  const { app } = await startWeb();
  expect(await say(await listening(app), text)).toMatch(/^HTTP\/1\.1 400 /);
});

test('a body longer than a form or a hash is refused before it is read', async () => {
  const { app } = await startWeb();
  const address = await listening(app);
  const head = 'POST /api/v1/verifications HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
  const { all, socket } = await dial(address);
  socket.write(`${head}Content-Length: 999999999\r\n\r\n{"sha256":`);
  socket.end();
  expect(await all).toMatch(/^HTTP\/1\.1 413 /);
});

test('whoever speaks slowly is cut, header by header or byte by byte', async () => {
  const { app } = await startWeb();
  app.server.headersTimeout = 200;
  app.server.requestTimeout = 300;
  const address = await listening(app);
  const began = performance.now();
  const slow = await Promise.all([
    say(address, 'GET / HTTP/1.1\r\nHost: x\r\n'),
    say(
      address,
      'POST /files HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000\r\n\r\n--x',
    ),
  ]);
  expect(slow[0]).toMatch(/^HTTP\/1\.1 408 /);
  expect(performance.now() - began).toBeLessThan(5000);
});

test('whoever breaks off and never hangs up keeps no connection', async () => {
  const { app } = await startWeb();
  app.server.headersTimeout = 200;
  app.server.requestTimeout = 300;
  const port = Number(new URL(await listening(app)).port);
  const form = 'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 9\r\n\r\n-';
  const broken = [
    '',
    'nonsense\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: x\r\n',
    `POST /files HTTP/1.1\r\nHost: x\r\n${form}`,
  ].map((text) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => {}).resume();
    socket.write(text);
    return once(socket, 'end');
  });
  await Promise.all(broken);
  const open = promisify(app.server.getConnections.bind(app.server));
  await vi.waitFor(async () => expect(await open()).toBe(0), { timeout: 4000 });
});

test('whoever asks and asks, and doesn’t listen, is cut', async () => {
  const { app } = await startWeb({ limits: { inAllSecond: 100_000 } });
  const address = await listening(app);
  app.server.timeout = Math.min(serverOptions({ trustedProxies: [] }).connectionTimeout ?? 0, 300);
  const { all, socket } = await dial(address);
  socket.pause();
  // More than what the system keeps for either side.
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(900));
  const open = promisify(app.server.getConnections.bind(app.server));
  await vi.waitFor(async () => expect(await open()).toBe(0), { timeout: 4000 });
  socket.resume();
  await all;
});

test('requests have an end, and not too late a one', () => {
  const { http, keepAliveTimeout, requestTimeout } = serverOptions({ trustedProxies: [] });
  expect(requestTimeout).toBeLessThanOrEqual(30_000);
  expect(http?.headersTimeout).toBeLessThan(requestTimeout ?? 0);
  expect(keepAliveTimeout).toBeLessThanOrEqual(5000);
});

test('of 2,000 connections at once each is answered or cut, and the next visitor is served', async () => {
  const { app } = await startWeb({ limits: { inAllSecond: 100_000 } });
  const address = await listening(app);
  const ask = 'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
  const answers = await Promise.all(Array.from({ length: 2000 }, () => say(address, ask).catch(() => '')));
  const answered = answers.filter((answer) => answer.startsWith('HTTP/1.1 200')).length;
  expect(answers.filter((answer) => answer !== '' && !answer.startsWith('HTTP/1.1 200'))).toEqual([]);
  expect(answered).toBeGreaterThanOrEqual(Math.min(MOST_CONNECTIONS, 1000));
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
});
