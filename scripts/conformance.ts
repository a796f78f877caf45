// npm run conformance
//
// Makes a set of documents and has them judged by tools that we did not write: those that are installed. Fails when
// one of these objects. PYHANKO, VERAPDF (its launcher or its jar) and CHROMIUM_PATH say where a tool is.
import { X509Certificate } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Document, Judge, Verdict } from './conformance/document.ts';
import { chromiumViewer } from './conformance/judges/chromium.ts';
import { mutool, pdfsig, pdftoppm, pyhanko, qpdf } from './conformance/judges/command-line.ts';
import { opensslCms, opensslTs } from './conformance/judges/openssl.ts';
import { pdfJs } from './conformance/judges/pdf-js.ts';
import { veraPdf } from './conformance/judges/verapdf.ts';
import { table } from './conformance/table.ts';
import { allVariants, type Variant } from './conformance/variants.ts';
import { furtherFaces } from '../test/document/fonts/further-faces.ts';

const JUDGES = [pdfsig, pdftoppm, mutool, qpdf, opensslCms, opensslTs, pdfJs, chromiumViewer, pyhanko, ...veraPdf];

const folder = path.join(path.dirname(import.meta.dirname), 'var', 'conformance');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const documents: Document[] = [];
for (const [index, variant] of (await allVariants()).entries()) documents.push(await write(variant, index));
say(`${documents.length} documents in ${folder}`);
if (furtherFaces().length === 0)
  say('not among them: characters beyond the faces that ship, for which none is installed');

const there: Judge[] = [];
const verdicts: Verdict[][] = [];
for (const judge of JUDGES) {
  const version = await judge.version();
  say(version === null ? `– ${judge.name} is not there` : `· ${judge.name} ${version}`);
  if (version === null) continue;
  there.push(judge);
  verdicts.push(await judge.judge(documents));
}

const rows = documents.map(({ level, name }) => `${name}, ${level}`);
const columns = there.map(({ name }) => name);
say(`\n${table(rows, columns, verdicts)}\n`);
let failed = 0;
for (const [column, judged] of verdicts.entries()) {
  for (const [row, verdict] of judged.entries()) {
    if (typeof verdict === 'string') continue;
    failed += 1;
    say(`✗ ${columns[column]} on ${rows[row]}: ${verdict.objection}\n`);
  }
}
const passed = verdicts.flat().filter((verdict) => verdict === 'accepted').length;
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function write({ level, make, name, texts }: Variant, index: number): Promise<Document> {
  const { bytes, roots } = await make();
  const stem = `${String(index + 1).padStart(2, '0')}-${name.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`;
  const [file, rootsFile] = [path.join(folder, `${stem}.pdf`), path.join(folder, `${stem}.roots.pem`)];
  writeFileSync(file, bytes);
  writeFileSync(rootsFile, roots.map((root) => new X509Certificate(root).toString()).join(''));
  return { name, level, bytes, file, rootsFile, texts };
}
