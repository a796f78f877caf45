import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { openPage } from '../../../test/document/page/picture.ts';
import { type Judge, oneByOne } from '../document.ts';

/** Firefox's reader: opens the file, reads its texts and structure, finds the signature field. */
export const pdfJs: Judge = {
  name: 'pdf.js',
  version: async () => {
    const file = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  },
  judge: oneByOne(async ({ bytes, texts }) => {
    const page = await openPage(bytes);
    const said = page.texts.join('\n');
    const missing = texts.filter((text) => !said.includes(text));
    if (missing.length > 0) return { objection: `does not read ${missing.join(', ')}` };
    if (!page.annotations.some(({ subtype }) => subtype === 'Widget')) return { objection: 'finds no signature field' };
    if (page.language !== 'zh-CN' || page.title === '') return { objection: 'finds no language or no title' };
    return page.roles.includes('H1') ? 'accepted' : { objection: 'finds no heading in the structure' };
  }),
};
