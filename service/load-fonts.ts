import { open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { UnusableFaceFault } from '../engine/document/faults.ts';
import { FontFaces, readFace } from '../engine/document/font/font-faces.ts';

/** A file that FONTS names can't be used; `message` says why and what to do. */
export class FontFileFault extends Error {
  override readonly name = 'FontFileFault';
}

const SHIPPED = '@expo-google-fonts/noto-sans-sc';

/** The faces that ship, Noto Sans SC, 10 MB each, and `further` files for the characters that they lack. */
export async function loadFonts(further: readonly string[] = []): Promise<FontFaces> {
  const resolve = createRequire(import.meta.url).resolve;
  const [regular, bold, ...fallbacks] = await Promise.all([
    readShared(resolve(`${SHIPPED}/400Regular/NotoSansSC_400Regular.ttf`)),
    readShared(resolve(`${SHIPPED}/700Bold/NotoSansSC_700Bold.ttf`)),
    ...further.map(readFurther),
  ]);
  return new FontFaces({ regular, bold, fallbacks });
}

async function readFurther(file: string): Promise<Uint8Array> {
  try {
    return readFace(await readShared(file)).bytes;
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    if (cause instanceof UnusableFaceFault) {
      throw new FontFileFault(`The font ${file} that FONTS names can't be used: ${cause.detail}.`, { cause });
    }
    throw new FontFileFault(
      `The font ${file} that FONTS names can't be read; check that it is there, and its permissions.`,
      { cause },
    );
  }
}

// Into memory that threads share: a face has ten megabytes.
async function readShared(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const bytes = new Uint8Array(new SharedArrayBuffer(size));
    let end = 0;
    for (let read = -1; read !== 0 && end < size; end += read) {
      ({ bytesRead: read } = await handle.read(bytes, end, size - end));
    }
    return bytes.subarray(0, end);
  } finally {
    await handle.close();
  }
}
