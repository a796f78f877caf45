import type { Answer } from './answer.ts';
import { networkFailure } from './network-failure.ts';

/** Reads a file, stopping as soon as it turns out to have more than `maxBytes`. */
export async function downloadFrom(
  url: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Answer<Uint8Array | 'too-large'>> {
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) return failed(response);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > maxBytes) return { kind: 'done', value: 'too-large' };
      chunks.push(chunk);
    }
    return { kind: 'done', value: Buffer.concat(chunks) };
  } catch (error) {
    // Reading may be repeated whatever happened.
    return { kind: 'not-sent', detail: networkFailure(error).detail };
  }
}

function failed({ status, statusText }: Response): Answer<never> {
  if (status === 429 || status >= 500) return { kind: 'not-sent', detail: `${status}` };
  return { kind: 'refused', code: status, description: statusText };
}
