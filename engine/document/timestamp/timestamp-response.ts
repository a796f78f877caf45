import { DerReader } from '../cms/der-reader.ts';
import { done, refused, type Result } from '../../result.ts';

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const UTF8_STRING = 0x0c;
const SEQUENCE = 0x30;

/** PKIStatus (RFC 3161, 2.4.2) of those answers that hold a token. */
const GRANTED = 0;
const GRANTED_WITH_MODS = 1;

/** An authority would not stamp: its PKIStatus, and what it says of it. */
export interface TimestampDenial {
  status: number;
  text: string;
}

/** The token of a TimeStampResp (RFC 3161, 2.4.2), not yet believed. Throws DerError. */
export function readTimestampResponse(response: Uint8Array): Result<Uint8Array, TimestampDenial> {
  const outer = new DerReader(response);
  const body = outer.enter(SEQUENCE);
  outer.end();
  const info = body.enter(SEQUENCE);
  const status = info.next(INTEGER).contents[0] ?? 0;
  const text = info.peek() === SEQUENCE ? readText(info.enter(SEQUENCE)) : '';
  if (info.peek() === BIT_STRING) info.next();
  info.end();
  if (status !== GRANTED && status !== GRANTED_WITH_MODS) return refused({ status, text });
  const token = body.next(SEQUENCE).encoded;
  body.end();
  return done(token);
}

function readText(lines: DerReader): string {
  return lines
    .rest()
    .filter(({ tag }) => tag === UTF8_STRING)
    .map(({ contents }) => Buffer.from(contents).toString('utf8'))
    .join(' ')
    .slice(0, 200);
}
