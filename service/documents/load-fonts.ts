import { createRequire } from 'node:module';
import { UnusableFaceFault } from '../../engine/document/faults.ts';
import { FontFaces, readFace } from '../../engine/document/font/font-faces.ts';
import { FontFile } from './font-file.ts';

/** A file that FONTS names can't be used; `message` says why and what to do. */
export class FontFileFault extends Error {
  override readonly name = 'FontFileFault';
}

const SHIPPED = '@expo-google-fonts/noto-sans-sc';

/** The faces that ship, Noto Sans SC, 10 MB each, and `further` files for the characters that they lack. */
export async function loadFonts(further: readonly string[] = []): Promise<FontFaces> {
  const resolve = createRequire(import.meta.url).resolve;
  const regular = new FontFile(resolve(`${SHIPPED}/400Regular/NotoSansSC_400Regular.ttf`));
  const bold = new FontFile(resolve(`${SHIPPED}/700Bold/NotoSansSC_700Bold.ttf`));
  const fallbacks = further.map(openFurther);
  return new FontFaces({ regular, bold, fallbacks });
}

function openFurther(path: string): FontFile {
  try {
    const file = new FontFile(path);
    // For its faults, which name the file.
    readFace(file);
    return file;
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    if (cause instanceof UnusableFaceFault) {
      throw new FontFileFault(`The font ${path} that FONTS names can't be used: ${cause.detail}.`, { cause });
    }
    throw new FontFileFault(
      `The font ${path} that FONTS names can't be read; check that it is there, and its permissions.`,
      { cause },
    );
  }
}
