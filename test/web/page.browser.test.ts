import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { groupVerificationCode } from '../../engine/ids.ts';
import { judgeFile } from '../../engine/verification/file-soundness.ts';
import { BASIS, CERTIFICATE, ENDORSEMENT, sampleMaker } from '../document/samples.ts';
import { World } from '../engine/world.ts';
import { openAt } from '../sandbox-page/browser/browser.ts';
import { startWeb, listening, type Web } from './start-web.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 360, height: 780 };
/** What WCAG 1.4.10 asks for: a desktop's window at 400 %. */
const NARROWEST = { width: 320, height: 256 };
const DESKTOP = { width: 1280, height: 900 };
/** Chromium says in its console that a page was answered with 404 or 422, which is as it should be. */
const ANSWERED = /the server responded with a status of 4\d\d/;

interface Served extends Web {
  url: string;
  code: string;
  copy: Buffer;
}

/** The page, with one endorsement whose copy is a real document. */
async function serve(): Promise<Served> {
  const world = await World.open();
  const { bytes, sha256 } = await sampleMaker('demonstration').makeCopy(CERTIFICATE, ENDORSEMENT);
  world.maker.makeCopy = async () => ({ bytes: Uint8Array.from(bytes), sha256 });
  const { verificationCode: code } = await world.valid();
  const judge = { judge: async (file: Uint8Array) => judgeFile(file, BASIS) };
  const web = await startWeb({ judge, publicUrl: null }, world);
  return { ...web, url: await listening(web.app), code, copy: Buffer.from(bytes) };
}

async function open(path = '/', options: BrowserContextOptions = {}): Promise<Served & { page: Page }> {
  const served = await serve();
  const page = await openAt(served.url + path.replace('CODE', served.code), options, ANSWERED);
  return { ...served, page };
}

const pdf = (buffer: Buffer) => ({ name: 'copy.pdf', mimeType: 'application/pdf', buffer });

/** What the page asks for from now on, its own files left out. */
function listen(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/assets/')) asked.push(`${request.method()} ${pathname}`);
  });
  return asked;
}

/** Lets a file fall onto the page, as from a folder. `bytes` is an expression of the page's. */
async function drop(page: Page, bytes: Buffer | string): Promise<void> {
  const content =
    typeof bytes === 'string' ? bytes : `Uint8Array.from(atob('${bytes.toString('base64')}'), (c) => c.charCodeAt(0))`;
  const transfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([${content}], 'copy.pdf', { type: 'application/pdf' }));
    return transfer;
  })()`);
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate<string[]>(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`);
}

const sideways = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
const focused = (page: Page) =>
  page.evaluate<string>("document.activeElement.tagName + ' ' + (document.activeElement.textContent ?? '')");

describe('a file', () => {
  test('that is ours is known without leaving the device', async () => {
    const { copy, page } = await open();
    const asked = listen(page);
    await drop(page, copy);
    await page.getByRole('heading', { name: '查验通过' }).waitFor();
    expect(await page.getByText('欧***').count()).toBe(1);
    expect(asked).toEqual([expect.stringMatching(/^GET \/files\/[0-9a-f]{64}$/)]);
    expect(await focused(page)).toMatch(/^H1 查验通过/);
    expect(await page.getByRole('link', { name: 'English' }).getAttribute('href')).toMatch(/^\/files\/.*lang=en$/);
    await page.goBack();
    await page.getByRole('heading', { name: '查验加注件' }).waitFor();
  });

  test('that was changed is uploaded once its owner agrees, and called altered', async () => {
    const { copy, page, told } = await open();
    await page.locator('[data-pick]').setInputFiles(pdf(Buffer.concat([copy, Buffer.from('\n')])));
    await page.getByRole('heading', { name: '不是我们的原件' }).waitFor();
    expect(told.map(({ by }) => by)).toEqual(['digest']);
    const asked = listen(page);
    await page.getByRole('button', { name: '上传并鉴别' }).click();
    expect(asked).toEqual([]);
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: '上传并鉴别' }).click();
    await page.getByRole('heading', { name: '不是原始文件' }).waitFor();
    expect(asked).toEqual(['POST /files']);
  });

  test('of somebody else is said not to be ours', async () => {
    const { page } = await open('/?lang=en');
    await drop(page, Buffer.from('%PDF-1.7\nan invoice'));
    await page.getByRole('heading', { name: 'Not one of our originals' }).waitFor();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Upload and examine' }).click();
    await page.getByRole('heading', { name: 'Not issued here' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  test('far larger than any of ours isn’t even read', async () => {
    const { page } = await open();
    const asked = listen(page);
    await drop(page, 'new Uint8Array(11 * 1024 * 1024)');
    await page.getByText('文件超过 10 MB').waitFor();
    expect(asked).toEqual([]);
  });
});

test('a code is verified by the keyboard alone', async () => {
  const { code, page } = await open();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('A 跳到正文');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type(code.toLowerCase());
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '加注有效' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/v/${code}`);
});

test('without JavaScript a code is verified, and a file uploaded', async () => {
  const { code, copy, page } = await open('/', { javaScriptEnabled: false });
  await page.locator('#code').fill(code);
  await page.getByRole('button', { name: '查验', exact: true }).click();
  await page.getByRole('heading', { name: '加注有效' }).waitFor();
  await page.goBack();
  expect(await page.locator('#file').isVisible()).toBe(false);
  await page.locator('#upload-file').setInputFiles(pdf(copy));
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '上传并鉴别' }).click();
  await page.getByRole('heading', { name: '查验通过' }).waitFor();
});

const PAGES = [
  '/',
  '/v/CODE',
  '/v/000000000000000000',
  `/files/${'0'.repeat(64)}`,
  '/?code=JZ20261120-7K3M9Q',
  '/nowhere',
];

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test.each(PAGES)('%s has nothing that axe finds, nor anything that scrolls sideways', async (path) => {
    const { page } = await open(path, { viewport: PHONE, colorScheme });
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await page.setViewportSize(DESKTOP);
    await page.goto(`${page.url()}${page.url().includes('?') ? '&' : '?'}lang=en`);
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await page.setViewportSize(NARROWEST);
    expect(await sideways(page)).toBe(0);
  });
});

test('dark mode is dark', async () => {
  const { page } = await open('/', { colorScheme: 'dark' });
  const ground = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  const [red = 255] = ground.match(/\d+/g)?.map(Number) ?? [];
  expect(red).toBeLessThan(40);
});

test('all of a page is ours, weighs less than 50 kB, and nothing is kept', async () => {
  const { page, url } = await open();
  const sizes: Promise<{ responseBodySize: number }>[] = [];
  const hosts = new Set<string>();
  page.on('requestfinished', (request) => {
    hosts.add(new URL(request.url()).origin);
    sizes.push(request.sizes());
  });
  // What is routed comes from no cache.
  await page.route('**/*', (route) => route.continue());
  await page.reload({ waitUntil: 'networkidle' });
  expect([...hosts]).toEqual([url]);
  const bytes = (await Promise.all(sizes)).reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(50_000);
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate<number>('localStorage.length + sessionStorage.length')).toBe(0);
});

test('printed, it says what holds and leaves out what can’t be tapped', async () => {
  const { code, page, url } = await open('/v/CODE');
  // What fades in would be printed as far as it has come.
  expect(await page.evaluate<number>('document.getAnimations().length')).toBe(0);
  await page.emulateMedia({ media: 'print' });
  for (const words of ['加注有效', '查验时间', groupVerificationCode(code)])
    expect(await page.getByText(words).isVisible()).toBe(true);
  expect(await page.getByRole('link', { name: '查验另一份' }).isVisible()).toBe(false);
  await page.goto(`${url}/v/000000000000000000`);
  expect(await page.getByText('查无此件').isVisible()).toBe(true);
  expect(await page.getByRole('button').isVisible()).toBe(false);
});
