import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importRegistry } from '../../engine/registry/import/import-registry.ts';
import { dumpDatabase } from '../fakes/dump-database.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { type Journey, startJourney } from './journey.ts';
import { askFor, holder, tapFor } from './ways.ts';

const path = temporaryFolder();

let journey: Journey;
let database: string;
beforeEach(async (context) => {
  database = path(`${context.task.id}.db`);
  journey = await startJourney({ database });
});
afterEach(() => journey.close());

/** What lies in the database of copies: their bytes, and the handles by which the messenger has them. */
async function kept() {
  const { endorsed_copy: copies = [], uploaded_copy: handles = [] } = await dumpDatabase(database);
  return { copies: copies.map(({ bytes }) => bytes), handles: handles.map(({ file_id: handle }) => handle) };
}

/** A holder who got a copy, whose bytes and handle are now kept. */
async function withCopy() {
  const person = await holder(journey, 1001);
  await askFor(person, /建造师/);
  await journey.work();
  const { document } = await person.waitForDocument();
  const { copies, handles } = await kept();
  expect([copies, handles].map(({ length }) => length)).toEqual([1, 1]);
  return { person, fileId: document?.file_id ?? '', copy: copies[0], handle: handles[0] };
}

const NOTHING = { copies: [], handles: [] };

test('what is kept of a copy is encrypted', async () => {
  const { copy, fileId, handle } = await withCopy();
  expect(fileId).not.toBe('');
  expect(Buffer.from(copy as Buffer).toString('latin1')).not.toMatch(/%PDF|DEMO2023000001/);
  expect(String(handle)).not.toContain(fileId);
  const file = (await readFile(database)).toString('latin1');
  expect(file).not.toContain('DEMO2023000001');
  expect(file).not.toContain(fileId);
});

test('nothing of a copy is kept after it expired', async () => {
  await withCopy();
  await journey.advance({ days: 89 });
  expect((await kept()).copies).toHaveLength(1);
  await journey.advance({ days: 1 });
  expect(await kept()).toEqual(NOTHING);
});

test('nothing of a copy is kept after its holder revoked it', async () => {
  const { person } = await withCopy();
  await person.sendText('/endorsements');
  await person.waitForText('我的加注');
  await tapFor(person, /余 90 天/, '加注信息');
  await tapFor(person, '作废此加注', '确认作废');
  await tapFor(person, '确认作废', '已作废');
  expect(await kept()).toEqual(NOTHING);
});

test('nothing of a copy is kept after its certificate was withdrawn', async () => {
  await withCopy();
  const registry = await readFile(new URL('../../data/demo/registry.csv', import.meta.url), 'utf8');
  const [header = '', first = ''] = registry.split('\n');
  const bytes = Buffer.from(`${header}\n${first.replace('有效', '已撤销')}\n`);
  const deps = { ...journey.deps, storage: journey.storage, missingCharacters: () => [] };
  expect(await importRegistry(deps, { now: journey.clock.now(), bytes, dryRun: false })).toMatchObject({ ok: true });
  expect(await kept()).toEqual(NOTHING);
  await journey.work();
  expect(await kept()).toEqual(NOTHING);
});
