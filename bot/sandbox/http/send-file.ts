import type { ServerResponse } from 'node:http';
import type { StoredFile } from '../world/file-store.ts';

/** What a browser may show in place; anything else, HTML above all, is only ever downloaded. */
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain']);

/** Sends a file of a chat to the person who opens it. */
export function sendFile(response: ServerResponse, file: StoredFile): void {
  const shown = SHOWN.has(file.mimeType);
  response.writeHead(200, {
    'content-type': shown ? contentType(file.mimeType) : 'application/octet-stream',
    'content-length': file.bytes.length,
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename="${asciiName(file.name)}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(file.bytes);
}

function contentType(mimeType: string): string {
  return mimeType.startsWith('text/') ? `${mimeType}; charset=utf-8` : mimeType;
}

function asciiName(name: string): string {
  return name.replaceAll(/[^\w.() -]/g, '_');
}
