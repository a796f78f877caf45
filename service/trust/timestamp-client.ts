import { UnavailableFault } from '../../engine/document/faults.ts';
import { judgeAnswer } from '../../engine/document/timestamp/judge-token.ts';
import { timestampRequest } from '../../engine/document/timestamp/timestamp-request.ts';
import { readTimestampResponse } from '../../engine/document/timestamp/timestamp-response.ts';
import { type ReadCertificate, readCertificate } from '../../engine/document/verify/x509.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Random } from '../../engine/ports/random.ts';
import type { IssuedTimestamp, TimestampAuthority } from '../../engine/ports/trust-services.ts';
import { MINUTE_MS } from '../../engine/time/instant.ts';
import { type Exchange, ExchangeFault } from './exchange.ts';
import { isOver, type Pause } from './pause.ts';

export interface TimestampClientOptions {
  /** Tried in order, those that failed a short while ago last. */
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
/** Those who come while every authority is down needn't each wait for them. */
const PAUSE_MS = 15_000;
/** One that is silent costs whoever asks it first ten seconds; as long as others give stamps, nobody misses it. */
const REST_MS = 5 * MINUTE_MS;

/** A time-stamping authority over HTTP (RFC 3161, 3.4). */
export function createTimestampClient(options: TimestampClientOptions): TimestampAuthority {
  const { clock } = options;
  const authorities = new Authorities(options);
  let down: { pause: Pause; fault: UnavailableFault } | undefined;
  return {
    async stamp(digest) {
      if (down && !isOver(down.pause, clock.now())) throw down.fault;
      const stamped = await authorities.stamp(digest);
      if ('token' in stamped) {
        down = undefined;
        return stamped;
      }
      const fault = new UnavailableFault('timestamp-unavailable', stamped.join('; '));
      down = { pause: { from: clock.now(), ms: PAUSE_MS }, fault };
      throw fault;
    },
  };
}

class Authorities {
  readonly #options: TimestampClientOptions;
  readonly #roots: readonly ReadCertificate[];
  /** By address: until this is over, others are asked first. */
  readonly #rests = new Map<string, Pause>();

  constructor(options: TimestampClientOptions) {
    this.#options = options;
    this.#roots = options.roots.map(readCertificate);
  }

  /** What the first gives that can, or why each could not. */
  async stamp(digest: Uint8Array): Promise<IssuedTimestamp | readonly string[]> {
    const failures: string[] = [];
    for (const url of this.#inTurn()) {
      const stamped = await this.#stampAt(url, digest).catch(reasonOf);
      if (typeof stamped !== 'string') {
        this.#rests.delete(url);
        return stamped;
      }
      this.#rests.set(url, { from: this.#options.clock.now(), ms: REST_MS });
      failures.push(stamped.startsWith(url) ? stamped : `${url}: ${stamped}`);
    }
    return failures;
  }

  #inTurn(): string[] {
    const { clock, urls } = this.#options;
    const now = clock.now();
    const rests = (url: string): boolean => {
      const rest = this.#rests.get(url);
      return rest !== undefined && !isOver(rest, now);
    };
    return [...urls.filter((url) => !rests(url)), ...urls.filter(rests)];
  }

  async #stampAt(url: string, digest: Uint8Array): Promise<IssuedTimestamp | string> {
    const { clock, exchange, policy, random } = this.#options;
    const ask = { digest, nonce: random.bytes(NONCE_BYTES), policy };
    const response = await exchange({
      url,
      body: { type: 'application/timestamp-query', bytes: timestampRequest(ask) },
      accept: ['application/timestamp-reply'],
      maxBytes: LARGEST_ANSWER,
    });
    const granted = readResponse(response);
    if (typeof granted === 'string') return granted;
    const judged = judgeAnswer(granted, ask, { now: clock.now(), roots: this.#roots });
    if (!judged.ok) return judged.refusal;
    return { token: judged.value.token, chain: judged.value.chain.map(({ raw }) => raw) };
  }
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
