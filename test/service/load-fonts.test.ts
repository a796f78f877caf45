import { copyFile, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { checkFonts } from '../../cli/doctor/doctor-checks.ts';
import { explainFault } from '../../cli/start/explain-fault.ts';
import { parseConfig } from '../../config.ts';
import { UnusableFaceFault } from '../../engine/document/faults.ts';
import { FontFile } from '../../service/documents/font-file.ts';
import { FontFileFault, loadFonts } from '../../service/documents/load-fonts.ts';

const LATIN = '@expo-google-fonts/noto-sans-sc/300Light/NotoSansSC_300Light.ttf';
const further = createRequire(import.meta.url).resolve(LATIN);

let folder: string;
let broken: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jiazhu-fonts-'));
  broken = path.join(folder, 'postscript.otf');
  await writeFile(broken, Buffer.concat([Buffer.from('OTTO'), Buffer.alloc(100)]));
});
afterAll(() => rm(folder, { recursive: true }));

const configured = (fonts?: string) => parseConfig({ FONTS: fonts }, { policy: null }, '/srv/jiazhu');

describe('FONTS', () => {
  it('lists files as PATH lists folders, in order, from the project’s folder on', () => {
    const list = ['fonts/HanaMinB.ttf', '', ' /usr/share/fonts/Rare.ttc '].join(path.delimiter);
    expect(configured(list).fonts).toEqual(['/srv/jiazhu/fonts/HanaMinB.ttf', '/usr/share/fonts/Rare.ttc']);
    expect(configured().fonts).toEqual([]);
  });

  it('adds faces after those that ship', async () => {
    const { faces } = await loadFonts([further]);
    expect(faces.map(({ font }) => font.postScriptName)).toEqual([
      'NotoSansSC-Regular',
      'NotoSansSC-Bold',
      'NotoSansSC-Light',
    ]);
  });

  it('is refused in one sentence when a file isn’t there or can’t be used', async () => {
    const missing = path.join(folder, 'nowhere.ttf');
    await expect(loadFonts([further, missing])).rejects.toThrow(FontFileFault);
    const faults = await Promise.all([missing, broken].map((file) => loadFonts([file]).catch(explainFault)));
    expect(faults).toEqual([
      `The font ${missing} that FONTS names can't be read; check that it is there, and its permissions.`,
      `The font ${broken} that FONTS names can't be used: it has PostScript outlines; its edition with TrueType outlines is needed.`,
    ]);
  });
});

describe('a font file in use', () => {
  const taken = path.join(tmpdir(), `jiazhu-font-${process.pid}.ttf`);
  afterAll(() => rm(taken));

  it('may be replaced, but not written to', async () => {
    await copyFile(further, taken);
    const [replaced, written] = [new FontFile(taken), new FontFile(further)];
    const first = replaced.subarray(0, 64);
    expect(first).toEqual(written.subarray(0, 64));
    await rm(taken);
    await copyFile(further, taken);
    expect(replaced.subarray(0, 64)).toEqual(first);
    const again = new FontFile(taken);
    await utimes(taken, 1, 1);
    expect(() => again.subarray(0, 64)).toThrow(UnusableFaceFault);
  });

  it('ends where it ends', () => {
    const file = new FontFile(further);
    expect(file.subarray(file.length - 2, file.length + 10)).toHaveLength(2);
  });
});

describe('doctor', () => {
  it('names the faces that were added', async () => {
    const [finding] = await checkFonts({ ...configured(), fonts: [further] });
    expect(finding).toEqual({ kind: 'good', text: 'the fonts are there, with NotoSansSC-Light for rare characters' });
  });

  it('passes on why one can’t be used', async () => {
    await expect(checkFonts({ ...configured(), fonts: [broken] })).rejects.toThrow('PostScript outlines');
  });
});
