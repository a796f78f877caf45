import { deflateSync } from 'node:zlib';

import { text } from '../tampering/tampering.ts';
import { OBJECTS } from './victim.ts';

/** An object of an update: its number and what stands between `obj` and `endobj`. */
export interface NewObject {
  number: number;
  body: string;
}

/** How an update says where its objects are (ISO 32000-1, 7.5.4, 7.5.8 and 7.5.8.4). */
export type Form = 'table' | 'stream' | 'hybrid';

export function appended(bytes: Uint8Array, more: string | Uint8Array): Buffer {
  return Buffer.concat([bytes, typeof more === 'string' ? Buffer.from(more, 'latin1') : more]);
}

/** The file with an incremental update after it, as an editor or an attacker writes one. */
export function updated(bytes: Uint8Array, objects: readonly NewObject[], form: Form = 'table'): Buffer {
  const previous = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(text(bytes))?.[1]);
  let body = '';
  const entries = objects.map(({ body: contents, number }) => {
    const offset = bytes.length + body.length;
    body += `${number} 0 obj\n${contents}\nendobj\n`;
    return { number, offset };
  });
  const xref = bytes.length + body.length;
  const root = `/Root ${OBJECTS.catalog} 0 R /Prev ${previous}`;
  const index = form === 'stream' ? crossReferenceStream(entries, root) : table(entries, root, form, xref);
  return appended(bytes, `${body}${index.text}startxref\n${index.at ?? xref}\n%%EOF\n`);
}

interface Entry {
  number: number;
  offset: number;
}

function table(entries: readonly Entry[], root: string, form: Form, xref: number): { text: string; at?: number } {
  const lines = entries.map(({ number, offset }) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
  if (form === 'table') return { text: `xref\n${lines.join('')}trailer\n<< /Size 999 ${root} >>\n` };
  // Readers that know streams follow /XRefStm and see other objects than those that don't.
  const { text: stream } = crossReferenceStream(entries, root);
  const trailer = `trailer\n<< /Size 999 ${root} /XRefStm ${xref} >>\n`;
  return { text: `${stream}xref\n0 0\n${trailer}`, at: xref + stream.length };
}

function crossReferenceStream(entries: readonly Entry[], root: string): { text: string; at?: number } {
  const rows = Buffer.alloc(entries.length * 5);
  for (const [row, { offset }] of entries.entries()) {
    rows[row * 5] = 1;
    rows.writeUIntBE(offset, row * 5 + 1, 3);
  }
  const data = deflateSync(rows).toString('latin1');
  const index = entries.map(({ number }) => `${number} 1`).join(' ');
  const dictionary = `/Type /XRef /W [1 3 1] /Index [${index}] /Size 999 ${root} /Filter /FlateDecode /Length ${data.length}`;
  return { text: `998 0 obj\n<< ${dictionary} >>\nstream\n${data}\nendstream\nendobj\n` };
}

/** The file with its ByteRange stretched over everything that follows the signature. */
export function stretched(bytes: Uint8Array): Buffer {
  const whole = text(bytes);
  return Buffer.from(
    whole.replace(/\/ByteRange \[0 (\d+) (\d+) \d+\] */, (all, gap: string, after: string) =>
      `/ByteRange [0 ${gap} ${after} ${bytes.length - Number(after)}]`.padEnd(all.length),
    ),
    'latin1',
  );
}
