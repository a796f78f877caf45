import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonClient } from '../../../bot/sandbox/person-client.ts';
import { createDocumentMaker } from '../../../engine/document/maker.ts';
import { FontFaces } from '../../../engine/document/font/font-faces.ts';
import { loadCatalogue } from '../../../service/load-catalogue.ts';
import { BASIS, FONT_FILES, NOW, signer } from '../../document/samples.ts';
import { type Journey, startJourney } from '../journey.ts';
import { askFor, goToProof, holder, tapFor } from '../ways.ts';

let journey: Journey;
let holding: PersonClient;
let stranger: PersonClient;

// The issuer of the samples signs for every issuer of the catalogue.
const catalogue = await loadCatalogue(new URL('../../../data/catalogue.json', import.meta.url).pathname);
const signers = new Map(catalogue.issuers.map(({ id }) => [id, signer('demonstration')]));
const maker = createDocumentMaker({ fonts: new FontFaces(FONT_FILES), signers });

beforeEach(async () => {
  const start = new Date(NOW).toISOString();
  journey = await startJourney({ maker, trustedRoots: BASIS.trustedRoots, start });
  holding = await holder(journey, 1001);
  stranger = journey.person(1011);
});
afterEach(() => journey.close());

async function copyOf(certificate: RegExp): Promise<Buffer> {
  await askFor(holding, certificate);
  await journey.work();
  return Buffer.from(await holding.download(await holding.waitForDocument()));
}

async function send(person: PersonClient, bytes: Uint8Array, words: string | RegExp): Promise<string> {
  await person.sendDocument({ file_name: 'received.pdf', mime_type: 'application/pdf', bytes });
  return (await person.waitForText(words)).text ?? '';
}

test('anybody who sends a copy learns that it is genuine and holds, and what it is, masked', async () => {
  const copy = await copyOf(/建造师/);
  const answer = await send(stranger, copy, '查验通过，目前有效');
  expect(answer).toContain('由本服务出具，未被改动，目前有效');
  expect(answer).toContain('持证人员：林**');
  expect(answer).toContain('证书：建造师（一级）');
  expect(answer).not.toContain('⚠️');
  expect(stranger.screen()).not.toMatch(/林晓雨|110105199003070025|DEMO2023000001/);
  await journey.advance({ minutes: 1 });
  expect((await holding.waitForText('您的加注件被查验')).text).toContain('方式：文件');
  await journey.advance({ days: 90 });
  await send(stranger, copy, '已过期');
});

test('an altered copy is told apart from a foreign file, in a sentence that says why', async () => {
  const copy = await copyOf(/建造师/);
  const patched = Buffer.from(copy);
  patched[patched.indexOf('/Type /Catalog')] = 0x20;
  expect(await send(stranger, patched, '不是原始文件')).toMatch(/可能被改动过/);
  const updated = Buffer.concat([copy, Buffer.from('\n9 0 obj\n<< >>\nendobj\n')]);
  await send(stranger, updated, '文件在签名之后被添加了内容');
  const foreign = await send(stranger, Buffer.from('%PDF-1.7\nan invoice\n%%EOF\n'), '不是本服务出具的文件');
  expect(foreign).toContain('文件没有电子签名');
});

test('a plain copy is known again, by its own name', async () => {
  const person = await holder(journey, 1004);
  await tapFor(person, /拍卖师/, '目前无需加注');
  await person.tap('获取证书文件');
  await person.callbackAnswer();
  await journey.work();
  const copy = await person.download(await person.waitForDocument());
  const answer = await send(stranger, copy, '查验通过');
  expect(answer).toContain('无需加注的证书电子件');
  expect(answer).not.toContain('有效期');
});

test('in the middle of linking a file is checked, and linking goes on', async () => {
  const copy = await copyOf(/建造师/);
  const person = await goToProof(journey, 1003);
  await send(person, copy, '查验通过');
  await person.sendText(await journey.linkCode(1003));
  await expect(person.waitForText('服务须知')).resolves.toBeDefined();
});

test('what is no PDF, and what is too large, is said to be that', async () => {
  await stranger.sendDocument({ file_name: 'photo.png', mime_type: 'image/png', bytes: Buffer.from('PNG') });
  await stranger.waitForText('这里只能查验 PDF 文件');
  const large = Buffer.alloc(20 * 1024 * 1024 + 1, '%PDF-1.7 ');
  await send(stranger, large, '文件超过 20 MB');
  await send(stranger, large.subarray(0, 3 * 1024 * 1024), '远大于本服务出具的任何文件');
});

test('the answer comes in English to whom the messenger is in English', async () => {
  const copy = await copyOf(/建造师/);
  const answer = await send(journey.person(1006), copy, 'Genuine and valid');
  expect(answer).toContain('Holder: 林**');
});
