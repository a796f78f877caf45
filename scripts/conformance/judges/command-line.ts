import { type Judge, oneByOne, saying } from '../document.ts';
import { runTool, versionOf } from '../run-tool.ts';

/** Poppler, as GNOME's and KDE's readers use it: one valid signature over the whole file. */
export const pdfsig: Judge = {
  name: 'pdfsig',
  version: async () => versionOf('pdfsig', '-v'),
  judge: oneByOne(({ file }) => {
    const said = runTool('pdfsig', '-nocert', file)?.text ?? '';
    if (said.includes('Signature #2')) return { objection: 'finds a second signature' };
    return saying(
      said,
      'Signature Type: ETSI.CAdES.detached',
      'Total document signed',
      'Signature Validation: Signature is Valid.',
    );
  }),
};

/** Poppler again: it draws the page without a word of complaint. */
export const pdftoppm: Judge = {
  name: 'pdftoppm',
  version: async () => versionOf('pdftoppm', '-v'),
  judge: oneByOne(({ file }) => {
    const said = runTool('pdftoppm', '-r', '72', '-png', '-singlefile', file, file.replace(/\.pdf$/, ''));
    return said?.ok && said.text === '' ? 'accepted' : { objection: said?.text ?? 'does not start' };
  }),
};

/** MuPDF: nothing changed since signing. */
export const mutool: Judge = {
  name: 'mutool',
  version: async () => versionOf('mutool', '-v'),
  judge: oneByOne(({ file }) =>
    saying(runTool('mutool', 'sign', '-v', file)?.text ?? '', 'The document is unchanged since signing.'),
  ),
};

/** The syntax of objects, streams and cross-references. */
export const qpdf: Judge = {
  name: 'qpdf',
  version: async () => versionOf('qpdf', '--version'),
  judge: oneByOne(({ file }) =>
    saying(runTool('qpdf', '--check', file)?.text ?? '', 'No syntax or stream encoding errors found'),
  ),
};

/** Integrity, chain, coverage and changes, by another implementation of PAdES. */
export const pyhanko: Judge = {
  name: 'pyHanko',
  version: async () => versionOf(pyhankoCommand(), '--version'),
  judge: oneByOne(({ file, level, rootsFile }) => {
    const trust = ['--trust', rootsFile, '--trust-replace'];
    // Time stamps are judged now, when no server answers any more that the certificates name.
    const when = level === 'B-B' ? ['--validation-time', 'claimed'] : ['--no-revocation-check'];
    const said = runTool(pyhankoCommand(), 'sign', 'validate', '--pretty-print', ...trust, ...when, file)?.text ?? '';
    return saying(
      said,
      'The signature is cryptographically sound',
      "The signer's certificate is trusted",
      'The signature covers the entire file',
      'The signature is judged VALID',
    );
  }),
};

function pyhankoCommand(): string {
  return process.env['PYHANKO'] ?? 'pyhanko';
}
