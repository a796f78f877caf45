import { parentPort, workerData } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { drawingFiles } from './draw.ts';

const { svg }: { svg: string } = workerData;
const { wasm, faces } = await drawingFiles();
await initWasm(wasm);
const picture = new Resvg(svg, { font: { fontBuffers: faces, defaultFontFamily: 'Noto Sans SC' } });
parentPort?.postMessage(picture.render().asPng(), []);
