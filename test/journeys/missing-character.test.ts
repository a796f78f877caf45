import { readFile } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import type { CopyMaker } from '../../engine/ports/copy-maker.ts';
import { importRegistry } from '../../engine/registry/import/import-registry.ts';
import { loadCatalogue } from '../../service/load-catalogue.ts';
import { shippedFonts, signer } from '../document/samples.ts';
import { type Journey, startJourney } from './journey.ts';
import { askFor, holder } from './ways.ts';

let journey: Journey;
afterEach(() => journey.close());

/** The maker as the service has it, with the fonts that ship. */
async function realMaker(): Promise<CopyMaker> {
  const { issuers } = await loadCatalogue(new URL('../../data/catalogue.json', import.meta.url).pathname);
  const signers = new Map(issuers.map(({ id }) => [id, signer('demonstration')]));
  return createDocumentMaker({ fonts: shippedFonts(), signers });
}

/** Has the registry call a demonstration holder otherwise; answers what the import warned of. */
async function rename(maker: CopyMaker, name: string) {
  const registry = await readFile(new URL('../../data/demo/registry.csv', import.meta.url), 'utf8');
  const [header = '', first = ''] = registry.split('\n');
  const bytes = Buffer.from(`${header}\n${first.replace('林晓雨', name)}\n`);
  const deps = {
    ...journey.deps,
    storage: journey.storage,
    missingCharacters: (text: string) => maker.missingCharacters(text),
  };
  const ask = { now: journey.clock.now(), bytes, dryRun: false };
  const imported = await importRegistry(deps, ask);
  if (!imported.ok) throw new Error(JSON.stringify(imported.refusal));
  return imported.value.warnings.first;
}

test('a variant of a character that is asked for by a selector is set as the character', async () => {
  const maker = await realMaker();
  journey = await startJourney({ maker });
  const person = await holder(journey, 1001);
  expect(await rename(maker, '林\u{e0100}晓\ufe00雨')).toEqual([]);
  await askFor(person, /建造师/);
  await journey.work();
  const copy = await person.download(await person.waitForDocument());
  expect(Buffer.from(copy).toString('latin1')).toMatch(/^%PDF-1\.7/);
});

test('a character that no face has is warned of, makes no copy, and has staff alerted with its number', async () => {
  const maker = await realMaker();
  journey = await startJourney({ maker });
  const person = await holder(journey, 1001);
  expect(await rename(maker, '林𪚥雨')).toMatchObject([{ column: 'name', characters: ['𪚥'] }]);
  await askFor(person, /建造师/);
  await journey.work();

  const [alert, ...others] = await journey.storage.transact((tx) => tx.alerts.open());
  expect(alert).toMatchObject({ kind: 'missing-glyph', facts: { because: 'missing-glyph', characters: 'U+2A6A5' } });
  expect(others).toEqual([]);
  expect(person.chat().messages.filter(({ document }) => document)).toEqual([]);
  expect(person.screen()).toContain('未能生成');
  expect(JSON.stringify([alert, journey.logged])).not.toMatch(/[𪚥林雨]/u);

  expect(await rename(maker, '林晓雨')).toEqual([]);
  await askFor(person, /建造师/);
  await journey.work();
  expect(Buffer.from(await person.download(await person.waitForDocument())).toString('latin1')).toMatch(/^%PDF-1\.7/);
});
