import { once } from 'node:events';
import { createServer } from 'node:net';

/** A TCP port of 127.0.0.1 at which nobody listens just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new TypeError('a server has a TCP port');
  return address.port;
}
