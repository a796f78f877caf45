import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { systemClock } from '../../service/system.ts';
import type { Document, Judge } from '../../scripts/conformance/document.ts';
import { mutool, pdfsig, qpdf } from '../../scripts/conformance/judges/command-line.ts';
import { opensslCms, opensslTs } from '../../scripts/conformance/judges/openssl.ts';
import { veraPdf } from '../../scripts/conformance/judges/verapdf.ts';
import { CERTIFICATE, ENDORSEMENT } from '../document/samples.ts';
import { makerAt } from './stamping.ts';
import { startTrustServers } from './trust-servers.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'jiazhu-levels-'));
afterAll(() => rmSync(folder, { recursive: true }));

// Made now, because some tools judge by the machine's clock; and by servers that are gone when the tools look.
const documents = await Promise.all((['B-T', 'B-LT'] as const).map(made));

async function made(level: 'B-T' | 'B-LT'): Promise<Document> {
  const servers = await startTrustServers({ now: systemClock.now });
  const maker = makerAt(level, servers, { clock: systemClock });
  const { bytes } = await maker.makeCopy(CERTIFICATE, { ...ENDORSEMENT, madeAt: systemClock.now() });
  await servers.close();
  const [file, rootsFile] = [path.join(folder, `${level}.pdf`), path.join(folder, `${level}.pem`)];
  writeFileSync(file, bytes);
  const roots = [servers.root, servers.timestampRoot].map(({ certificate }) => new X509Certificate(certificate));
  writeFileSync(rootsFile, roots.join(''));
  return { name: level, level, bytes, file, rootsFile, texts: [] };
}

const judges: Judge[] = [pdfsig, qpdf, mutool, opensslCms, opensslTs, ...veraPdf];
for (const judge of judges) {
  const version = await judge.version();
  describe.skipIf(version === null)(judge.name, () => {
    it('has no objection to a copy at level B-T or B-LT', async () => {
      for (const verdict of await judge.judge(documents)) expect(verdict).toBe('accepted');
    });
  });
}

/** Beside pyHanko's launcher, in the same environment. */
const PYTHON = process.env['PYHANKO'] ? path.join(path.dirname(process.env['PYHANKO']), 'python3') : 'python3';

// The roots, nothing from the net, and a proof demanded for every certificate: what the file holds must do.
const VALIDATE = `
import sys
from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.dss import DocumentSecurityStore
reader = PdfFileReader(open(sys.argv[1], 'rb'))
[signature] = reader.embedded_signatures
trust = {'trust_roots': list(load_certs_from_pemder([sys.argv[2]])), 'allow_fetching': False, 'revocation_mode': 'require'}
context = DocumentSecurityStore.read_dss(reader).as_validation_context(trust)
status = validate_pdf_signature(signature, signer_validation_context=context, ts_validation_context=context)
print(status.bottom_line, status.docmdp_ok, signature.docmdp_level.name, status.coverage.name, status.timestamp_validity.trusted)
`;

describe.skipIf(spawnSync(PYTHON, ['-c', 'import pyhanko']).status !== 0)('pyHanko, without a net', () => {
  it('finds a copy at level B-LT valid by what it holds, and no change permitted', () => {
    const [, { file, rootsFile } = { file: '', rootsFile: '' }] = documents;
    const said = spawnSync(PYTHON, ['-c', VALIDATE, file, rootsFile], { encoding: 'utf8' });
    expect(`${said.stdout}${said.status === 0 ? '' : said.stderr}`).toBe('True True NO_CHANGES ENTIRE_FILE True\n');
  });
});
