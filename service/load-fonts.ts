import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { FontFaces } from '../engine/document/font/font-faces.ts';

const SHIPPED = '@expo-google-fonts/noto-sans-sc';

/** The faces that ship, Noto Sans SC: 10 MB each, read once. */
export async function loadFonts(): Promise<FontFaces> {
  const resolve = createRequire(import.meta.url).resolve;
  const [regular, bold] = await Promise.all([
    readFile(resolve(`${SHIPPED}/400Regular/NotoSansSC_400Regular.ttf`)),
    readFile(resolve(`${SHIPPED}/700Bold/NotoSansSC_700Bold.ttf`)),
  ]);
  return new FontFaces({ regular, bold });
}
