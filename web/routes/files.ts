import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LimitSettings } from '../limits/limit-settings.ts';
import { addressOf } from '../limits/limits.ts';
import type { Pages } from '../pages/pages.ts';
import type { Verifying } from '../verify.ts';

interface FileRoutes {
  pages: Pages;
  verifying: Verifying;
  limits: Pick<LimitSettings, 'uploadsAtOnce' | 'uploadsPerAddress'>;
}

/** Ours have less than a hundredth of it. */
export const LARGEST_UPLOAD = 10 * 1024 * 1024;
const SHA256 = /^[0-9a-f]{64}$/i;

/** `/files/SHA256` for a file that stays where it is, and `POST /files` for one to be looked at here. */
export function fileRoutes(app: FastifyInstance, { limits, pages, verifying }: FileRoutes): void {
  /** Whose files are being read or judged, each as often as there are. */
  const uploading: string[] = [];
  const isBusyFor = (address: string): boolean =>
    uploading.length >= limits.uploadsAtOnce ||
    uploading.filter((other) => other === address).length >= limits.uploadsPerAddress;

  app.get<{ Params: { sha256: string } }>('/files/:sha256', async (request, reply) => {
    if (!SHA256.test(request.params.sha256)) return reply.callNotFound();
    const answer = await verifying.byDigest(request, request.params.sha256);
    if (answer.kind === 'refused') return pages.tooManyRequests(request, reply, answer.waitSeconds);
    return pages.verdict(request, reply, 200, { by: 'digest', verdict: answer.verdict });
  });

  app.post('/files', async (request, reply) => {
    const waitSeconds = await verifying.mayUpload(request);
    if (waitSeconds !== undefined) return pages.tooManyRequests(request, reply, waitSeconds);
    const address = addressOf(request);
    if (isBusyFor(address)) {
      return pages.problem(request, reply.header('retry-after', 10), 503, 'busy');
    }
    uploading.push(address);
    try {
      const upload = await readUpload(request);
      if (upload.kind !== 'file') return pages.problem(request, reply, upload.status, upload.kind);
      const verdict = await verifying.byFile(request, upload.bytes);
      return pages.verdict(request, reply, 200, { by: 'file', verdict });
    } finally {
      uploading.splice(uploading.indexOf(address), 1);
    }
  });
}

type Upload =
  | { kind: 'file'; bytes: Uint8Array }
  | { kind: 'no-consent' | 'no-file'; status: 422 }
  | { kind: 'too-large'; status: 413 }
  | { kind: 'invalid-request'; status: 400 | 415 };

/** The file of a form, in memory and nowhere else, if its owner has agreed. */
async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) return { kind: 'invalid-request', status: 415 };
  let bytes: Uint8Array | undefined;
  let agreed = false;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') bytes = await part.toBuffer();
      else if (part.fieldname === 'consent') agreed = part.value === 'yes';
    }
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE';
    return tooLarge ? { kind: 'too-large', status: 413 } : { kind: 'invalid-request', status: 400 };
  }
  if (!agreed) return { kind: 'no-consent', status: 422 };
  return bytes === undefined || bytes.length === 0 ? { kind: 'no-file', status: 422 } : { kind: 'file', bytes };
}
