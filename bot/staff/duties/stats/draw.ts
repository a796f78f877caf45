import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** On a thread of its own, whose ten megabytes of face go with it: a picture takes some tenths of a second. */
export async function draw(svg: string): Promise<Uint8Array> {
  const worker = new Worker(new URL('draw-thread.ts', import.meta.url), { workerData: { svg } });
  return new Promise((resolve, reject) => {
    worker.once('message', (png: Uint8Array) => resolve(png));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the drawing thread ended with ${code}`)));
  });
}

/** What the thread draws with. */
export async function drawingFiles(): Promise<{ wasm: Uint8Array; faces: Uint8Array[] }> {
  const { resolve } = createRequire(import.meta.url);
  const [wasm, regular, bold] = await Promise.all(
    [
      '@resvg/resvg-wasm/index_bg.wasm',
      '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
      '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
    ].map((name) => readFile(resolve(name))),
  );
  if (!wasm || !regular || !bold) throw new Error('a file to draw with is missing');
  return { wasm, faces: [regular, bold] };
}
