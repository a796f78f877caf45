import type { Answer } from './answer.ts';

/** Codes that can only come before the first byte of a request is written. */
const BEFORE_WRITING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const WHILE_CONNECTING = /^(connect |getaddrinfo |Client network socket disconnected before secure TLS)/;
const UNTRUSTED = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/**
 * What the failure of an HTTP request says about its fate, from the error of node-fetch (which both bot
 * libraries use) or of undici. The detail is a code: messages hold the address, and with it the token.
 */
export function networkFailure(error: unknown): Extract<Answer<never>, { kind: 'not-sent' | 'unknown' }> {
  const cause = causeOf(error);
  const detail = cause.code ?? cause.name;
  return { kind: neverLeft(cause) ? 'not-sent' : 'unknown', detail };
}

interface Cause {
  name: string;
  code: string | undefined;
  reason: string;
}

function neverLeft({ code = '', reason }: Cause): boolean {
  if (BEFORE_WRITING.has(code) || UNTRUSTED.test(code) || WHILE_CONNECTING.test(reason)) return true;
  // Node tries several addresses at once; what it throws when all time out has a code and no message.
  return code === 'ETIMEDOUT' && reason === '';
}

function causeOf(error: unknown): Cause {
  if (!(error instanceof Error)) return { name: 'unknown', code: undefined, reason: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === undefined && error.cause instanceof Error) return causeOf(error.cause);
  // node-fetch: `request to <address> failed, reason: <message of the socket's error>`.
  const at = error.message.lastIndexOf('reason: ');
  return { name: error.name, code, reason: at < 0 ? error.message : error.message.slice(at + 'reason: '.length) };
}
