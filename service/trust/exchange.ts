/** One request of a trust service: an authority that stamps times, answers for certificates, or lists revoked ones. */
interface Ask {
  url: string;
  /** Posted; without one it is a GET. */
  body?: { type: string; bytes: Uint8Array };
  /** The content types that an answer may have; any when empty, because lists are served as all kinds of things. */
  accept: readonly string[];
  /** Nothing longer is read. */
  maxBytes: number;
}

/** Asks over HTTP. Rejects with ExchangeFault. */
export type Exchange = (ask: Ask) => Promise<Uint8Array>;

/** There was no answer that could be read. */
export class ExchangeFault extends Error {
  override readonly name = 'ExchangeFault';
}

/** A stamp takes some hundred milliseconds; who needs ten seconds is down, as good as. */
const TIMEOUT_MS = 10_000;

export function createExchange(timeoutMs = TIMEOUT_MS): Exchange {
  return async ({ accept, body, maxBytes, url }) => {
    try {
      const response = await fetch(url, {
        method: body ? 'POST' : 'GET',
        headers: { accept: accept.join(', ') || '*/*', ...(body ? { 'content-type': body.type } : {}) },
        // Elsewhere is nowhere that anybody configured.
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        ...(body ? { body: body.bytes.slice() } : {}),
      });
      return await readAnswer(response, accept, maxBytes);
    } catch (cause) {
      throw cause instanceof ExchangeFault ? cause : new ExchangeFault(`${url} ${words(cause)}`, { cause });
    }
  };
}

async function readAnswer(response: Response, accept: readonly string[], maxBytes: number): Promise<Uint8Array> {
  const { body, headers, status, url } = response;
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const wrong = accept.length > 0 && !accept.includes(type);
  if (status !== 200 || wrong || !body) {
    await body?.cancel();
    throw new ExchangeFault(`${url} answered ${status === 200 ? `with ${type || 'nothing'}` : status}`);
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > maxBytes) throw new ExchangeFault(`${url} answered more than ${maxBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function words(cause: unknown): string {
  if (cause instanceof Error && cause.name === 'TimeoutError') return 'did not answer in time';
  return 'can’t be reached';
}
