import type { Upload } from '../../bot-api/parameters.ts';

export interface Form {
  values: Record<string, string>;
  uploads: Map<string, Upload>;
}

/**
 * Reads `multipart/form-data` as leniently as Telegram does: clients write header names in lower case, no space after
 * the colon, and file names without quotes, all of which stricter readers refuse.
 */
export function parseMultipart(body: Buffer, boundary: string): Form {
  const form: Form = { values: {}, uploads: new Map() };
  const delimiter = Buffer.from(`--${boundary}`);
  let start = body.indexOf(delimiter);
  while (start !== -1) {
    const from = start + delimiter.length;
    const next = body.indexOf(Buffer.concat([Buffer.from('\r\n'), delimiter]), from);
    if (next === -1) break;
    readPart(body.subarray(from, next), form);
    start = next + 2;
  }
  return form;
}

/** The boundary that a content type names; undefined when it is no multipart form. */
export function multipartBoundary(contentType: string): string | undefined {
  const match = /^multipart\/form-data;.*?boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  return match?.[1] ?? match?.[2];
}

function readPart(part: Buffer, form: Form): void {
  const end = part.indexOf('\r\n\r\n');
  if (end === -1) return;
  const disposition = /^content-disposition:\s*form-data;(.*)$/im.exec(part.subarray(0, end).toString())?.[1] ?? '';
  const name = /(?:^|[;\s])name=(?:"([^"]*)"|([^;\s]+))/i.exec(disposition);
  const field = name?.[1] ?? name?.[2];
  if (field === undefined) return;
  const content = part.subarray(end + 4);
  const fileName = readFileName(disposition);
  if (fileName === undefined) form.values[field] = content.toString();
  else form.uploads.set(field, { fileName, bytes: Buffer.from(content) });
}

function readFileName(disposition: string): string | undefined {
  const match = /[;\s]filename=(?:"((?:[^"\\]|\\.)*)"|(.*))/i.exec(disposition);
  if (!match) return undefined;
  return match[1] === undefined ? match[2]?.trim() : match[1].replaceAll(/\\(.)/g, '$1');
}
