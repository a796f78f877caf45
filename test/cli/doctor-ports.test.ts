import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { checkPorts } from '../../cli/doctor/doctor-ports.ts';
import { parseConfig } from '../../config.ts';
import { createOperationsServer } from '../../web/operations/create-operations-server.ts';
import { HOLDER_BOT, start } from '../sandbox/start.ts';

/** What is said of the operators' port. */
async function doctor(port: number): Promise<string[]> {
  const env = { HOLDER_BOT_TOKEN: HOLDER_BOT.token, OPERATIONS_PORT: String(port) };
  const found = await checkPorts(parseConfig(env, { policy: null }, '/srv'));
  return found.map(({ kind, text }) => `${kind}: ${text}`);
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return port;
}

test('a port at which the service itself answers is as it should be', async () => {
  const app = createOperationsServer({
    readiness: async () => ({ ready: true, checks: {} }),
    metrics: { contentType: 'text/plain', metrics: async () => '' },
    onFault: () => undefined,
  });
  await app.ready();
  const port = await listen(app.server);
  expect(await doctor(port)).toEqual([`good: port ${port} is in use by the service itself, for /readyz and /metrics`]);
});

test('the sandbox’s own port is as it should be while the sandbox runs', async () => {
  const { sandbox } = await start();
  const port = Number(new URL(sandbox.url).port);
  const [chat] = await checkPorts(parseConfig({ PORT: String(port) }, { policy: null }, '/srv'));
  expect(chat).toEqual({ kind: 'good', text: `port ${port} is in use by the service itself, for the sandbox` });
});

test.each([['[]'], ['null'], ['{"status":"up"}'], ['<html>']])(
  'a port at which something else answers is in use: %s',
  async (body) => {
    const port = await listen(createServer((_request, response) => response.end(body)));
    expect(await doctor(port)).toEqual([
      `bad: port ${port} is in use; stop what uses it, or set OPERATIONS_PORT to another one`,
    ]);
  },
);

test('a port at which nobody listens is free', async () => {
  const server = createServer();
  const port = await listen(server);
  server.close();
  await once(server, 'close');
  expect(await doctor(port)).toEqual([`good: port ${port} is free for /readyz and /metrics`]);
});
