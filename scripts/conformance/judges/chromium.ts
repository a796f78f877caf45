import { pathToFileURL } from 'node:url';

import { type Browser, chromium, type Page } from 'playwright-core';

import { PAGE, QR, SEAL } from '../../../engine/document/drawing/geometry.ts';
import type { Document, Judge, Verdict } from '../document.ts';
import { versionOf } from '../run-tool.ts';

const ATTEMPTS = 40;
const PAUSE_MS = 250;
/** A page of this size fills the viewer, but for a margin. */
const VIEW = { width: 800, height: Math.round((800 * PAGE.height) / PAGE.width) };
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];

/** What the viewer shows, in parts of the page from 0 to 1. */
interface Ink {
  /** Dark pixels where the QR code stands. */
  code: number;
  /** Red pixels where the seal stands. */
  seal: number;
  /** Dark pixels of the whole page. */
  page: number;
}

/** Chrome's and Edge's viewer: shows the page, its texts, QR code and seal. */
export const chromiumViewer: Judge = {
  name: 'Chromium',
  version: async () => versionOf(executable(), '--version'),
  judge: async (documents) => {
    const browser = await chromium.launch({ executablePath: executable(), args: ARGUMENTS });
    try {
      const verdicts: Verdict[] = [];
      for (const document of documents) verdicts.push(await look(browser, document));
      return verdicts;
    } finally {
      await browser.close();
    }
  },
};

async function look(browser: Browser, { file, name }: Document): Promise<Verdict> {
  const [viewer, meter] = [await browser.newPage({ viewport: VIEW }), await browser.newPage()];
  const plain = name.includes('plain');
  let ink: Ink = { code: 0, seal: 0, page: 0 };
  try {
    await viewer.goto(`${pathToFileURL(file).href}#toolbar=0&navpanes=0&view=Fit`);
    // The viewer doesn't say when it has drawn.
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      ink = await measure(meter, await viewer.screenshot({ path: file.replace(/\.pdf$/, '.chromium.png') }));
      if (ink.page > 0.01 && ink.seal > 0.02 && (plain || ink.code > 0.15)) return 'accepted';
      await viewer.waitForTimeout(PAUSE_MS);
    }
    return { objection: `shows too little: ${JSON.stringify(ink)}` };
  } finally {
    await Promise.all([viewer.close(), meter.close()]);
  }
}

/** Counts pixels of a picture of the page, in a page of the same browser. */
async function measure(meter: Page, png: Buffer): Promise<Ink> {
  const [code, seal] = [QR, SEAL].map(({ size, x, y }) => ({
    x: x / PAGE.width,
    y: 1 - (y + size) / PAGE.height,
    width: size / PAGE.width,
    height: size / PAGE.height,
  }));
  return meter.evaluate<Ink>(
    `(async () => {
      const image = new Image();
      image.src = 'data:image/png;base64,${png.toString('base64')}';
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const share = (box, counts) => {
        const place = [box.x * image.width, box.y * image.height, box.width * image.width, box.height * image.height];
        const { data } = context.getImageData(...place.map(Math.round));
        let found = 0;
        for (let at = 0; at < data.length; at += 4) if (counts(data[at], data[at + 1], data[at + 2])) found += 1;
        return found / (data.length / 4);
      };
      const dark = (red, green, blue) => red < 110 && green < 110 && blue < 110;
      const whole = { x: 0.05, y: 0.05, width: 0.9, height: 0.9 };
      return {
        code: share(${JSON.stringify(code)}, dark),
        seal: share(${JSON.stringify(seal)}, (red, green, blue) => red > 150 && green < 110 && blue < 110),
        page: share(whole, dark),
      };
    })()`,
  );
}

function executable(): string {
  return process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
}
