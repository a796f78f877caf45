import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { renderSVG } from 'uqr';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openAt } from '../sandbox-page/browser/browser.ts';
import { listening, startWeb } from './start-web.ts';

const ANSWERED = /the server responded with a status of 4\d\d/;
const PERMITTED: BrowserContextOptions = { permissions: ['camera'] };

/**
 * Reads QR codes, as Chromium on phones does and on Linux doesn't: once there is something black and white in the
 * picture, it is what `says` says. Remembers each camera that was opened.
 */
const READER = `
  globalThis.says = null;
  globalThis.tracks = [];
  globalThis.BarcodeDetector = class {
    static async getSupportedFormats() { return ['aztec', 'qr_code']; }
    async detect(video) {
      if (says === null) return [];
      const context = new OffscreenCanvas(video.videoWidth, video.videoHeight).getContext('2d');
      context.drawImage(video, 0, 0);
      const { data } = context.getImageData(0, 0, video.videoWidth, video.videoHeight);
      const light = data.filter((value, index) => index % 4 === 0 && value > 200).length;
      const dark = data.filter((value, index) => index % 4 === 0 && value < 60).length;
      return light > 10_000 && dark > 10_000 ? [{ rawValue: says }] : [];
    }
  };
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wish) => {
    const stream = await open(wish);
    tracks.push(...stream.getTracks());
    return stream;
  };`;

const folder = mkdtempSync(path.join(tmpdir(), 'jiazhu-camera-'));
let withCamera: Browser;

/** A camera before which a QR code is held. */
beforeAll(async () => {
  const plain = await launchBrowser();
  const page = await plain.newPage({ viewport: { width: 640, height: 480 } });
  await page.setContent(`<body style="margin: 0 80px">${renderSVG('a code')}</body>`);
  const frame = await page.screenshot({ type: 'jpeg' });
  await plain.close();
  const film = path.join(folder, 'film.mjpeg');
  writeFileSync(film, Buffer.concat(Array.from({ length: 5 }, () => frame)));
  withCamera = await launchBrowser(['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`]);
});
afterAll(async () => {
  await withCamera.close();
  rmSync(folder, { recursive: true });
});

async function open(options: BrowserContextOptions, from?: Browser) {
  const { app, world } = await startWeb({ publicUrl: null });
  const { verificationCode: code } = await world.valid();
  const url = await listening(app);
  const page = await openAt('about:blank', options, ANSWERED, from);
  await page.addInitScript(READER);
  await page.goto(url);
  return { code, page, url };
}

const scan = (page: Page) => page.getByRole('button', { name: '打开摄像头' });
const stop = (page: Page) => page.getByRole('button', { name: '关闭摄像头' });
const cameras = (page: Page) => page.evaluate<string[]>('tracks.map(({ readyState }) => readyState)');

test('where the browser reads no QR codes, no camera is offered', async () => {
  const { app } = await startWeb();
  const page = await openAt(await listening(app));
  expect(await page.evaluate<boolean>("'BarcodeDetector' in globalThis")).toBe(false);
  await page.locator('#file').waitFor();
  expect(await page.locator('#camera').isVisible()).toBe(false);
  expect(await page.getByText('用手机相机扫一扫').isVisible()).toBe(true);
});

describe('before the camera', () => {
  test('a copy’s QR code leads to its page', async () => {
    const { code, page, url } = await open(PERMITTED, withCamera);
    await scan(page).click();
    await stop(page).waitFor();
    await page.evaluate(`says = '${url}/v/${code}'`);
    await page.getByRole('heading', { name: '加注有效' }).waitFor();
    expect(page.url()).toBe(`${url}/v/${code}`);
  });

  test('another QR code leads nowhere: it is said where that of a copy is', async () => {
    const { page, url } = await open(PERMITTED, withCamera);
    await scan(page).click();
    await page.evaluate("says = 'https://example.com/menu'");
    await page.getByText('这里面没有查验码').waitFor();
    expect(new URL(page.url()).origin).toBe(url);
  });

  test('a while without a QR code is answered with what may help, and the looking goes on', async () => {
    const { page } = await open(PERMITTED, withCamera);
    await page.clock.install();
    await scan(page).click();
    await page.getByText('正在识别').waitFor();
    const told = (): Promise<boolean> => page.getByText('还没有识别到').isVisible();
    await expect.poll(() => page.clock.runFor(1000).then(told), { timeout: 10_000 }).toBe(true);
    expect(await cameras(page)).toEqual(['live']);
  });
});

describe('the camera goes off', () => {
  test('by its button, which gives the focus back', async () => {
    const { page } = await open(PERMITTED, withCamera);
    await scan(page).click();
    await stop(page).waitFor();
    expect(await cameras(page)).toEqual(['live']);
    await page.keyboard.press('Enter');
    await scan(page).waitFor();
    expect(await cameras(page)).toEqual(['ended']);
    expect(await page.locator('video').isVisible()).toBe(false);
    expect(await page.evaluate<boolean>("document.activeElement.matches('[data-scan]')")).toBe(true);
    await page.keyboard.press('Enter');
    await stop(page).waitFor();
    expect(await cameras(page)).toEqual(['ended', 'live']);
  });

  test('when nobody looks at the page any more', async () => {
    const { page } = await open(PERMITTED, withCamera);
    await scan(page).click();
    await stop(page).waitFor();
    await page.evaluate(`Object.defineProperty(document, 'hidden', { value: true });
      document.dispatchEvent(new Event('visibilitychange'));`);
    await scan(page).waitFor();
    expect(await cameras(page)).toEqual(['ended']);
  });
});

test('a camera that the visitor keeps to himself is told how to be allowed', async () => {
  const { page } = await open({}, withCamera);
  await scan(page).click();
  await page.getByText('浏览器没有获准使用摄像头').waitFor();
  expect([await scan(page).isEnabled(), await stop(page).isVisible()]).toEqual([true, false]);
});

test('without any camera the code is asked for', async () => {
  const { page } = await open(PERMITTED);
  await scan(page).click();
  await page.getByText('没能打开摄像头').waitFor();
  expect(await page.locator('video').isVisible()).toBe(false);
});
