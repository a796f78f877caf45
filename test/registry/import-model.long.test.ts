import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Storage } from '../../engine/ports/storage.ts';
import { openTestStorage } from '../fakes/test-storage.ts';
import { type Cells, importDeps, importFile, row } from './registry-file.ts';

// Three people, five certificates: small enough for files to meet each other's rows.
const DOCUMENTS = ['E00000001', 'E00000002', 'E00000003'];
const NUMBERS = ['N1', 'N2', 'N3', 'N4', 'N5'];

const namesOfPeople = fc.tuple(...DOCUMENTS.map(() => fc.constantFrom('林晓雨', '林小雨')));
const certificates = fc.uniqueArray(
  fc.record({
    management_number: fc.constantFrom(...NUMBERS),
    // Mostly the same person's, so that certificates of others are rare but not unheard of.
    away: fc.constantFrom(0, 0, 0, 0, 0, 0, 1),
    speciality: fc.constantFrom('', '建筑工程'),
    status: fc.constantFrom('有效', '已撤销'),
  }),
  { minLength: 1, selector: ({ management_number }) => management_number },
);
const files = fc.tuple(namesOfPeople, certificates).map(([names, rows]) =>
  rows.map(({ away, ...cells }) => {
    const person = (NUMBERS.indexOf(cells.management_number) + away) % DOCUMENTS.length;
    return row({
      ...cells,
      document_type: '护照',
      document_number: DOCUMENTS[person] ?? '',
      name: names[person] ?? '',
    });
  }),
);

/** The registry as one would write it down: names by document, certificates by management number. */
interface Model {
  names: Record<string, string>;
  certificates: Record<string, { document: string; speciality: string; status: string }>;
}

function importIntoModel(model: Model, file: readonly Cells[]): { model: Model; actions: string[] } | 'refused' {
  const next = structuredClone(model);
  const actions: string[] = [];
  for (const { document_number: document, management_number: number, name, speciality, status } of file) {
    const old = model.certificates[number];
    const moved = old !== undefined && old.document !== document;
    // The names are those before the file: what it says of other people makes no difference.
    if (moved && model.names[old.document] !== name) return 'refused';
    const renamed = next.names[document] !== undefined && next.names[document] !== name;
    next.names[document] = name;
    next.certificates[number] = { document, speciality, status };
    if (!old) actions.push('added');
    else if (old.status === '有效' && status === '已撤销') actions.push('withdrawn');
    else if (moved) actions.push('moved');
    else if (renamed || old.status !== status || old.speciality !== speciality) actions.push('changed');
    else actions.push('unchanged');
  }
  return { model: next, actions };
}

async function readRegistry(storage: Storage): Promise<Model> {
  return storage.transact(async (tx) => {
    const holders = await tx.holders.findByDocuments(DOCUMENTS.map((number) => ({ type: 'passport', number })));
    const documents = new Map(holders.map((holder) => [holder.id, holder.documentNumber]));
    const found = await tx.certificates.findByManagementNumbers(NUMBERS);
    return {
      names: Object.fromEntries(holders.map((holder) => [holder.documentNumber, holder.name])),
      certificates: Object.fromEntries(
        found.map(({ managementNumber, holderId, speciality, status }) => [
          managementNumber,
          {
            document: documents.get(holderId) ?? 'nobody',
            speciality: speciality ?? '',
            status: status === 'valid' ? '有效' : '已撤销',
          },
        ]),
      ),
    };
  });
}

function tally(actions: readonly string[]) {
  const count = (wanted: string): number => actions.filter((action) => action === wanted).length;
  return {
    total: actions.length,
    added: count('added'),
    changed: count('changed'),
    moved: count('moved'),
    withdrawn: count('withdrawn'),
    unchanged: count('unchanged'),
  };
}

function outcomeOf(result: Awaited<ReturnType<typeof importFile>>) {
  return result.ok ? result.value.rows : 'refused';
}

it('leaves the registry as a naive model has it, one file after another', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(files, { minLength: 1, maxLength: 5 }), async (sequence) => {
      const storage = await openTestStorage();
      const deps = importDeps(storage);
      let model: Model = { names: {}, certificates: {} };
      for (const file of sequence) {
        const expected = importIntoModel(model, file);
        if (expected !== 'refused') model = expected.model;
        const outcome = expected === 'refused' ? expected : tally(expected.actions);
        const again = expected === 'refused' ? expected : tally(file.map(() => 'unchanged'));
        expect(outcomeOf(await importFile(deps, file, true))).toEqual(outcome);
        expect(outcomeOf(await importFile(deps, file))).toEqual(outcome);
        expect(outcomeOf(await importFile(deps, file))).toEqual(again);
        expect(await readRegistry(storage)).toEqual(model);
      }
      await storage.close();
    }),
    { numRuns: 40, seed: 20261101 },
  );
});
