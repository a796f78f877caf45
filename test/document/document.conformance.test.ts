import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { verifyDocument } from '../../engine/document/verify-document.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { mutate } from './mutations.ts';
import { BASIS, CERTIFICATE, ENDORSEMENT, issuerFile, LONGEST, PLAIN, sampleMaker, sealedBy } from './samples.ts';
import { contentsOf, text } from './tampering.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'jiazhu-conformance-'));
afterAll(() => rmSync(folder, { recursive: true }));

const maker = sampleMaker('demonstration', 'rsa3072', 'p256', 'p384');
const made = {
  'RSA-2048': await maker.makeCopy(CERTIFICATE, ENDORSEMENT),
  'RSA-3072': await maker.makeCopy(sealedBy(CERTIFICATE, 'rsa3072'), ENDORSEMENT),
  'P-256': await maker.makeCopy(sealedBy(CERTIFICATE, 'p256'), ENDORSEMENT),
  'P-384': await maker.makeCopy(sealedBy(CERTIFICATE, 'p384'), ENDORSEMENT),
  longest: await maker.makeCopy(LONGEST, ENDORSEMENT),
  plain: await maker.makePlainCopy(CERTIFICATE, PLAIN),
};
const documents = Object.entries(made).map(([name, { bytes }]) => {
  const file = path.join(folder, `${name}.pdf`);
  writeFileSync(file, bytes);
  return { name, bytes, file };
});

function there(tool: string, ...probe: string[]): boolean {
  return spawnSync(tool, probe).error === undefined;
}

/** What a tool says, both streams together. Throws when it exits with anything but 0. */
function run(tool: string, ...args: string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

describe.skipIf(!there('qpdf', '--version'))('qpdf', () => {
  it.each(documents)('finds no fault in the syntax: $name', ({ file }) => {
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
  });
});

describe.skipIf(!there('pdfsig', '-v'))('pdfsig', () => {
  it.each(documents)('finds one valid signature over the total document: $name', ({ file }) => {
    const said = run('pdfsig', '-nocert', file);
    expect(said).toContain('Signature Type: ETSI.CAdES.detached');
    expect(said).toContain('Total document signed');
    expect(said).toContain('Signature Validation: Signature is Valid.');
    expect(said).not.toContain('Signature #2');
  });
});

describe.skipIf(!there('mutool', '-v'))('mutool', () => {
  it.each(documents)('finds the document unchanged since signing: $name', ({ file, name }) => {
    // MuPDF checks RSA signatures only through what OpenSSL it was built with; the verdict is on standard output.
    const said = spawnSync('mutool', ['sign', '-v', file], { encoding: 'utf8' });
    expect(`${name}: ${said.stdout}${said.stderr}`).toContain('The document is unchanged since signing.');
  });
});

describe.skipIf(!there('openssl', 'version'))('openssl', () => {
  it.each(documents)('verifies the CMS over what the ByteRange covers: $name', ({ bytes, name }) => {
    const files = { cms: path.join(folder, 'cms'), data: path.join(folder, 'data'), root: path.join(folder, 'root') };
    const [, gap = 0, after = 0] = (/\/ByteRange \[0 (\d+) (\d+) /.exec(text(bytes)) ?? []).map(Number);
    const root = ['RSA-3072', 'P-256', 'P-384'].includes(name) ? 'test-root.der' : 'demonstration-root.der';
    writeFileSync(files.cms, contentsOf(bytes));
    writeFileSync(files.data, Buffer.concat([bytes.subarray(0, gap), bytes.subarray(after)]));
    run(
      'openssl',
      'x509',
      '-inform',
      'der',
      '-in',
      new URL(`../fixtures/issuers/${root}`, import.meta.url).pathname,
      '-out',
      files.root,
    );
    const check = [
      '-verify',
      '-binary',
      '-inform',
      'der',
      '-in',
      files.cms,
      '-content',
      files.data,
      '-CAfile',
      files.root,
    ];
    const at = String(ENDORSEMENT.madeAt / 1000);
    expect(() =>
      run('openssl', 'cms', ...check, '-purpose', 'any', '-cades', '-attime', at, '-out', path.join(folder, 'out')),
    ).not.toThrow();
  });

  it('reads the certificates’ Chinese names', () => {
    const said = run(
      'openssl',
      'pkcs12',
      '-in',
      new URL('../fixtures/issuers/demonstration.p12', import.meta.url).pathname,
      '-passin',
      'pass:demonstration',
      '-nokeys',
    );
    expect(said).toContain('BEGIN CERTIFICATE');
    expect(issuerFile('demonstration-root.der').includes(Buffer.from('样张 SPECIMEN'))).toBe(true);
  });
});

describe.skipIf(!there('pdftoppm', '-v'))('poppler', () => {
  it.each(documents)('draws the page without a word of complaint: $name', ({ file, name }) => {
    const said = spawnSync('pdftoppm', ['-r', '40', '-png', file, path.join(folder, name)], { encoding: 'utf8' });
    expect({ status: said.status, said: said.stderr }).toEqual({ status: 0, said: '' });
  });
});

describe('ten thousand mutations', () => {
  it('never pass', () => {
    const random = seededRandom('ten thousand');
    const passed: string[] = [];
    for (let round = 0; round < 10_000; round += 1) {
      const { mutated, what } = mutate(made['P-256'].bytes, random);
      if (verifyDocument(mutated, BASIS).status === 'passed') passed.push(what);
    }
    expect(passed).toEqual([]);
  });
});
