import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * Whether a request may be one of the chat page or of a script, and not of some other web page. A page elsewhere can
 * send requests here, but not without naming itself in Origin, and not with a JSON body and no preflight; and a name
 * that it makes point here (DNS rebinding) shows in Host.
 */
export function isOwnRequest(request: IncomingMessage, boundHost: string): boolean {
  const { host, origin } = request.headers;
  if (!host || !isOwnHost(host, boundHost)) return false;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  if (request.method === 'GET') return true;
  return (request.headers['content-type'] ?? '').startsWith('application/json');
}

function isOwnHost(host: string, boundHost: string): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || name === boundHost || isIP(name) !== 0;
}
