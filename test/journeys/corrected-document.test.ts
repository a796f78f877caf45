import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importRegistry } from '../../engine/registry/import/import-registry.ts';
import { type Journey, startJourney } from './journey.ts';
import { askFor, holder, tapFor } from './ways.ts';

const WRONG = '110105199003070025';
const RIGHT = '110105199003070041';

let journey: Journey;
beforeEach(async () => {
  journey = await startJourney();
});
afterEach(() => journey.close());

/** Has the registry correct the document number of the first demonstration holder. */
async function correct(): Promise<void> {
  const registry = await readFile(new URL('../../data/demo/registry.csv', import.meta.url), 'utf8');
  const deps = { ...journey.deps, storage: journey.storage, missingCharacters: () => [] };
  const bytes = Buffer.from(registry.replaceAll(WRONG, RIGHT));
  const imported = await importRegistry(deps, { now: journey.clock.now(), bytes, dryRun: false });
  if (!imported.ok) throw new Error(JSON.stringify(imported.refusal));
  expect(imported.value.rows.moved).toBeGreaterThan(0);
}

test('a holder whose document was corrected is told to link again, once, though nothing was revoked', async () => {
  const person = await holder(journey, 1001);
  await correct();
  await journey.work();
  const told = await person.waitForText(/证书库已更正您的证件号码[^]*重新绑定/);
  expect(person.chat().messages.filter(({ text = '' }) => text.includes('已更正您的证件号码'))).toEqual([told]);
  await tapFor(person, '用更正后的信息重新绑定', '确认解除绑定');
});

test('whoever has an endorsement is told with it that it was revoked', async () => {
  const person = await holder(journey, 1001);
  await askFor(person, /建造师/);
  await journey.work();
  await person.waitForDocument();
  await correct();
  await journey.work();
  await person.waitForText(/证书库已更正您的证件号码，加注件上是旧号码/);
});
