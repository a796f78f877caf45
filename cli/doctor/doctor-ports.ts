import { once } from 'node:events';
import { createServer, isIPv6 } from 'node:net';
import type { Config } from '../../config.ts';
import type { Finding } from './doctor-checks.ts';

/** Long enough for a service that is busy; something else that never answers is told for what it is. */
const PATIENCE_MS = 2000;

/** Whether `npm start` can listen where it should, or does already. */
export async function checkPorts({ port, holderBotToken, web }: Config): Promise<Finding[]> {
  const page = { setting: 'WEB_PORT', what: 'the verification page', host: web.host, port: web.port };
  if (holderBotToken === null) {
    const chat = { setting: 'PORT', what: 'the sandbox', host: '127.0.0.1', port };
    return [await checkPort(chat), await checkPort({ ...page, host: '127.0.0.1' })];
  }
  const tools = web.operations && { setting: 'OPERATIONS_PORT', what: '/readyz and /metrics', ...web.operations };
  const asked = [...(web.served ? [page] : []), ...(tools ? [tools] : [])];
  return Promise.all(asked.map(checkPort));
}

interface AskedPort {
  setting: string;
  what: string;
  host: string;
  port: number;
}

async function checkPort({ host, port, setting, what }: AskedPort): Promise<Finding> {
  if (await isFree(host, port)) return { kind: 'good', text: `port ${port} is free for ${what}` };
  if (await isOurs(host, port))
    return { kind: 'good', text: `port ${port} is in use by the service itself, for ${what}` };
  return { kind: 'bad', text: `port ${port} is in use; stop what uses it, or set ${setting} to another one` };
}

async function isFree(host: string, port: number): Promise<boolean> {
  const server = createServer();
  server.listen(port, host);
  try {
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}

async function isOurs(host: string, port: number): Promise<boolean> {
  try {
    const url = `http://${isIPv6(host) ? `[${host}]` : host}:${port}/healthz`;
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
    const { status }: { status?: unknown } = Object(await response.json());
    return status === 'alive';
  } catch {
    return false;
  }
}
