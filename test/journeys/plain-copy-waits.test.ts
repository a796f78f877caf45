import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MissingGlyphFault, UnavailableFault } from '../../engine/document/faults.ts';
import type { PersonClient } from '../../bot/sandbox/person-client.ts';
import { type Journey, paperMaker, startJourney } from './journey.ts';
import { holder, tapFor } from './ways.ts';

let journey: Journey;
let isDown: boolean;
let fault: Error;
beforeEach(async () => {
  isDown = true;
  fault = new UnavailableFault('timestamp-unavailable', 'tsa.example answered 503');
  const makePlainCopy: typeof paperMaker.makePlainCopy = (face, making) =>
    isDown ? Promise.reject(fault) : paperMaker.makePlainCopy(face, making);
  journey = await startJourney({ maker: { ...paperMaker, makePlainCopy } });
});
afterEach(() => journey.close());

const alerts = () => journey.storage.transact((tx) => tx.alerts.open());

async function askForPlainCopy(): Promise<PersonClient> {
  const person = await holder(journey, 1004);
  await tapFor(person, /拍卖师/, '目前无需加注');
  await person.tap('获取证书文件');
  expect((await person.callbackAnswer()).text).toBe('证书生成中…完成后会自动发送到这里，您不必守候。');
  return person;
}

const untilGivenUp = async (): Promise<void> => {
  for (let hour = 0; hour < 40; hour += 1) await journey.advance({ hours: 1 });
};

test('a plain copy that waits for the time stamp is announced, comes by itself, and is no error in the log', async () => {
  const minutes = async (count: number): Promise<void> => {
    for (let minute = 0; minute < count; minute += 1) await journey.advance({ minutes: 1 });
  };
  const person = await askForPlainCopy();
  await journey.work();
  const told = await person.waitForText('这次比平时慢一些');
  await minutes(5);
  const news = person.chat().messages.filter(({ text }) => text?.includes('证书生成中'));
  expect(news.map(({ message_id }) => message_id)).toEqual([told.message_id]);
  expect((await alerts()).map(({ kind }) => kind)).toEqual(['timestamp-unavailable']);
  const levels = journey.logged.map((line) => JSON.parse(line).level);
  expect(new Set(levels)).toEqual(new Set([pino.levels.values['warn']]));

  isDown = false;
  await minutes(10);
  const file = await person.waitForDocument();
  expect(file.document?.file_name).toBe('certificate.pdf');
  const came = await person.waitForText('证书文件已生成');
  expect(came.message_id).toBe(told.message_id);
  expect(await alerts()).toEqual([]);
});

test('a plain copy that is given up is said to be, where it was announced and at the end of the chat', async () => {
  const person = await askForPlainCopy();
  await journey.work();
  const told = await person.waitForText('这次比平时慢一些');
  await untilGivenUp();
  const failed = await person.waitForText(/证书文件未能发送[^]*请稍后再次获取/);
  expect(failed.message_id).toBeGreaterThan(told.message_id);
  const announced = person.chat().messages.find(({ message_id }) => message_id === told.message_id);
  expect(announced?.text).toMatch(/^⚠️ 证书文件未能发送\n\n拍卖师[^]*原因请见后面的消息。$/);
  expect((await alerts()).map(({ kind }) => kind)).toContain('outbox-dead');

  isDown = false;
  await tapFor(person, '我的证书', '共 2 本');
  await tapFor(person, /拍卖师/, '目前无需加注');
  await person.tap('获取证书文件');
  await journey.work();
  expect((await person.waitForDocument()).document?.file_name).toBe('certificate.pdf');
});

test('whoever asked for a plain copy with a character that no face has is told what it waits for', async () => {
  fault = new MissingGlyphFault(['𪚥']);
  const person = await askForPlainCopy();
  await journey.work();
  await person.waitForText(/生僻字[^]*补充字体后，证书文件会自动发送/);
  expect((await alerts()).map(({ kind }) => kind)).toEqual(['missing-glyph']);
  await untilGivenUp();
  await person.waitForText(/证书文件未能发送[^]*补充字体后才能生成/);
});
