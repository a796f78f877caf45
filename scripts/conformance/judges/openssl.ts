import { readFileSync, writeFileSync } from 'node:fs';

import { readCms } from '../../../engine/document/verify/read-cms.ts';
import { type Document, type Judge, oneByOne, type Verdict } from '../document.ts';
import { runTool, versionOf } from '../run-tool.ts';

/** The signature as CMS with CAdES attributes, over what its ByteRange covers, when it was made. */
export const opensslCms: Judge = {
  name: 'openssl cms',
  version: async () => versionOf('openssl', 'version'),
  judge: oneByOne((document) => {
    const { contents, covered } = partsOf(document.bytes);
    const cms = beside(document, 'cms', contents);
    const content = ['-binary', '-inform', 'der', '-in', cms, '-content', beside(document, 'covered', covered)];
    const trust = ['-CAfile', document.rootsFile, '-purpose', 'any', '-cades', '-attime', claimedTime(document)];
    return accepted('cms', '-verify', ...content, ...trust, '-out', `${document.file}.out`);
  }),
};

/** The time stamp, where there is one, over the signature's value. */
export const opensslTs: Judge = {
  name: 'openssl ts',
  version: async () => versionOf('openssl', 'version'),
  judge: oneByOne((document) => {
    const { signature, timestamp } = readCms(partsOf(document.bytes).contents);
    if (timestamp === null) return document.level === 'B-B' ? 'not-asked' : { objection: 'finds no time stamp' };
    const [token, data] = [beside(document, 'tst', timestamp), beside(document, 'signature', signature)];
    return accepted('ts', '-verify', '-token_in', '-in', token, '-data', data, '-CAfile', document.rootsFile);
  }),
};

function accepted(...args: string[]): Verdict {
  const said = runTool('openssl', ...args);
  return said?.ok ? 'accepted' : { objection: said?.text ?? 'does not start' };
}

function beside({ file }: Document, ending: string, bytes: Uint8Array): string {
  const name = `${file}.${ending}`;
  writeFileSync(name, bytes);
  return name;
}

function partsOf(bytes: Uint8Array): { contents: Buffer; covered: Buffer } {
  const text = Buffer.from(bytes).toString('latin1');
  const [, gap = 0, after = 0] = (/\/ByteRange \[0 (\d+) (\d+) /.exec(text) ?? []).map(Number);
  return {
    contents: Buffer.from(text.slice(gap + 1, after - 1), 'hex'),
    covered: Buffer.concat([bytes.subarray(0, gap), bytes.subarray(after)]),
  };
}

// As pdfsig would read it: /M, in seconds since 1970.
function claimedTime({ file }: Document): string {
  const claimed = /\/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\+(\d\d)'(\d\d)'\)/.exec(readFileSync(file, 'latin1'));
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ahead = 0, more = 0] = (
    claimed?.slice(1) ?? []
  ).map(Number);
  return String(Date.UTC(year, month - 1, day, hour - ahead, minute - more, second) / 1000);
}
