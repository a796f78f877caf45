import { UnavailableFault } from '../../engine/document/faults.ts';
import { judgeAnswer } from '../../engine/document/timestamp/judge-token.ts';
import { timestampRequest } from '../../engine/document/timestamp/timestamp-request.ts';
import { readTimestampResponse } from '../../engine/document/timestamp/timestamp-response.ts';
import { readCertificate } from '../../engine/document/verify/x509.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Random } from '../../engine/ports/random.ts';
import type { IssuedTimestamp, TimestampAuthority } from '../../engine/ports/trust-services.ts';
import { type Exchange, ExchangeFault } from './exchange.ts';
import { isOver, type Pause } from './pause.ts';

export interface TimestampClientOptions {
  /** Tried in order. */
  urls: readonly string[];
  /** DER certificates that the authority's chain must end in. */
  roots: readonly Uint8Array[];
  /** The policy that it must follow, as dotted numbers. */
  policy: string | null;
  exchange: Exchange;
  clock: Clock;
  random: Random;
}

const NONCE_BYTES = 16;
/** Twice what would fit into a copy. */
const LARGEST_ANSWER = 32 * 1024;
/** Those who come while an authority is down needn't each wait for it. */
const PAUSE_MS = 15_000;

/** A time-stamping authority over HTTP (RFC 3161, 3.4). */
export function createTimestampClient(options: TimestampClientOptions): TimestampAuthority {
  const { clock, urls } = options;
  const roots = options.roots.map(readCertificate);
  let down: { pause: Pause; fault: UnavailableFault } | undefined;

  const stampAt = async (url: string, digest: Uint8Array): Promise<IssuedTimestamp | string> => {
    const ask = { digest, nonce: options.random.bytes(NONCE_BYTES), policy: options.policy };
    const response = await options.exchange({
      url,
      body: { type: 'application/timestamp-query', bytes: timestampRequest(ask) },
      accept: ['application/timestamp-reply'],
      maxBytes: LARGEST_ANSWER,
    });
    const granted = readResponse(response);
    if (typeof granted === 'string') return granted;
    const judged = judgeAnswer(granted, ask, { now: clock.now(), roots });
    if (!judged.ok) return judged.refusal;
    return { token: judged.value.token, chain: judged.value.chain.map(({ raw }) => raw) };
  };

  return {
    async stamp(digest) {
      if (down && !isOver(down.pause, clock.now())) throw down.fault;
      const failures: string[] = [];
      for (const url of urls) {
        const stamped = await stampAt(url, digest).catch(reasonOf);
        if (typeof stamped !== 'string') {
          down = undefined;
          return stamped;
        }
        failures.push(stamped.startsWith(url) ? stamped : `${url}: ${stamped}`);
      }
      const fault = new UnavailableFault('timestamp-unavailable', failures.join('; '));
      down = { pause: { from: clock.now(), ms: PAUSE_MS }, fault };
      throw fault;
    },
  };
}

/** The token, or why there is none. */
function readResponse(response: Uint8Array): Uint8Array | string {
  try {
    const read = readTimestampResponse(response);
    if (read.ok) return read.value;
    const { status, text } = read.refusal;
    return `refused with status ${status}${text && `, ${text}`}`;
  } catch {
    return 'malformed';
  }
}

function reasonOf(fault: unknown): string {
  if (fault instanceof ExchangeFault) return fault.message;
  throw fault;
}
