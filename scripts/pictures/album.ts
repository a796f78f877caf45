import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const QUALITY = 0.82;

interface Shot {
  url: string;
  size: readonly [width: number, height: number];
  colorScheme?: BrowserContextOptions['colorScheme'];
  /** What has to be done or awaited before the picture is taken. */
  ready: (page: Page) => Promise<unknown>;
}

/** Puts what a browser shows into a folder, as small pictures. */
export class Album {
  readonly #folder: string;
  readonly #browser: Browser;

  private constructor(folder: string, browser: Browser) {
    this.#folder = folder;
    this.#browser = browser;
  }

  /** Needs Chromium: CHROMIUM_PATH, or /usr/bin/chromium. */
  static async open(folder: string): Promise<Album> {
    mkdirSync(folder, { recursive: true });
    const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
    return new Album(folder, await chromium.launch({ executablePath, args }));
  }

  async take(name: string, { colorScheme = 'light', ready, size: [width, height], url }: Shot): Promise<void> {
    const viewport = { width, height };
    const look = { locale: 'zh-CN', deviceScaleFactor: 2, reducedMotion: 'reduce' } as const;
    const page = await this.#browser.newPage({ viewport, colorScheme, ...look });
    await page.goto(url);
    await ready(page);
    await page.evaluate('document.fonts.ready');
    await this.add(name, await page.screenshot());
    await page.close();
  }

  /** Keeps a PNG as WebP, which takes a fifth of the space. */
  async add(name: string, png: Buffer): Promise<void> {
    const page = await this.#browser.newPage();
    const webp = await page.evaluate<string>(`(async () => {
      const picture = await createImageBitmap(await (await fetch('data:image/png;base64,${png.toString('base64')}')).blob());
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: picture.width, height: picture.height });
      canvas.getContext('2d').drawImage(picture, 0, 0);
      return canvas.toDataURL('image/webp', ${QUALITY});
    })()`);
    await page.close();
    writeFileSync(path.join(this.#folder, `${name}.webp`), Buffer.from(webp.split(',')[1] ?? '', 'base64'));
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}
