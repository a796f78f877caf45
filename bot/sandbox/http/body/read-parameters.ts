import type { IncomingMessage } from 'node:http';
import { ApiError, badRequest } from '../../bot-api/api-error.ts';
import { isRecord, Parameters } from '../../bot-api/parameters.ts';
import { MAX_UPLOAD_BYTES } from '../../bot-api/reading/read-file.ts';
import { multipartBoundary, parseMultipart } from './multipart.ts';
import { BodyTooLarge, readBody } from './read-body.ts';

/** Room for what a form holds beside the file. */
const FORM_OVERHEAD_BYTES = 256 * 1024;

/** The parameters of a Bot API call, from the query and from a body in any of the forms that the Bot API takes. */
export async function readParameters(request: IncomingMessage, query: URLSearchParams): Promise<Parameters> {
  const body = await readBounded(request);
  const contentType = request.headers['content-type'] ?? '';
  const inQuery = Object.fromEntries(query);
  const boundary = multipartBoundary(contentType);
  if (boundary !== undefined) {
    const { values, uploads } = parseMultipart(body, boundary);
    return new Parameters({ ...inQuery, ...values }, uploads);
  }
  if (body.length === 0) return new Parameters(inQuery);
  if (contentType.startsWith('application/json')) return new Parameters({ ...inQuery, ...readJson(body) });
  return new Parameters({ ...inQuery, ...Object.fromEntries(new URLSearchParams(body.toString())) });
}

async function readBounded(request: IncomingMessage): Promise<Buffer> {
  try {
    return await readBody(request, MAX_UPLOAD_BYTES + FORM_OVERHEAD_BYTES);
  } catch (error) {
    if (error instanceof BodyTooLarge) throw new ApiError(413, 'Request Entity Too Large');
    throw error;
  }
}

function readJson(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString());
    if (isRecord(value)) return value;
  } catch {
    // Said below.
  }
  throw badRequest("can't parse request: expected a JSON object");
}
