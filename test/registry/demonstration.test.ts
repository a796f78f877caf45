import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../bot/sandbox/chat-api.ts';
import { FontFaces } from '../../engine/document/font/font-faces.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import type { Certificate, DocumentType, Holder } from '../../engine/registry/holder.ts';
import { readDocumentType } from '../../engine/registry/import/read-cell.ts';
import { contactPhone } from '../../engine/registry/phone.ts';
import { needsEndorsement } from '../../engine/registry/needs-endorsement.ts';
import { openTestStorage } from '../fakes/test-storage.ts';
import { importDeps, importFile } from './registry-file.ts';

const read = (name: string): string => readFileSync(new URL(`../../data/demo/${name}`, import.meta.url), 'utf8');
const everybody: Person[] = JSON.parse(read('people.json'));
const people = everybody.filter(({ role }) => role === undefined);
const strangers = new Set([1011]);
const withNewPhone = new Set([1010]);

let storage: Storage;
beforeAll(async () => {
  storage = await openTestStorage();
});
afterAll(() => storage.close());

function hint(person: Person, ...labels: string[]): string {
  const found = person.hints?.find(({ label }) => labels.includes(label));
  if (!found) throw new Error(`${person.id} knows no ${labels[0]}`);
  return found.value;
}

// The hint names the document as a person would.
function documentType(person: Person): DocumentType {
  const text = hint(person, '证件类型', 'Document type');
  if (text === 'Hong Kong / Macau Permit') return 'hong-kong-macau-permit';
  const type = readDocumentType(text);
  if (!type.ok) throw new Error(text);
  return type.value;
}

async function holderOf(person: Person): Promise<Holder | undefined> {
  const number = hint(person, '证件号码', 'Document number');
  return storage.transact((tx) => tx.holders.findByDocument(documentType(person), number));
}

async function certificatesOf(id: number): Promise<Certificate[]> {
  const holder = await holderOf(people.find((person) => person.id === id)!);
  return storage.transact((tx) => tx.certificates.ofHolder(holder?.id ?? ''));
}

describe('the demonstration registry', () => {
  it('imports without a mistake, and fonts have all of its characters', async () => {
    const require = createRequire(import.meta.url);
    const face = (name: string): Uint8Array => readFileSync(require.resolve(`@expo-google-fonts/noto-sans-sc/${name}`));
    const regular = face('400Regular/NotoSansSC_400Regular.ttf');
    const fonts = new FontFaces({ regular, bold: regular });
    const missingCharacters = (text: string): string[] => fonts.missingCharacters(text);
    const result = await importFile({ ...importDeps(storage), missingCharacters }, read('registry.csv'));
    expect(result).toMatchObject({ ok: true, value: { rows: { added: 24 }, holders: { added: 10 } } });
    expect(result).toMatchObject({ value: { warnings: { total: 0 } } });
  });

  it.each(people.filter(({ id }) => !strangers.has(id)))('has $first_name of the chat page', async (person) => {
    const holder = await holderOf(person);
    expect(holder?.name).toBe(hint(person, '姓名', 'Name'));
    const samePhone = holder?.phone === contactPhone(person.phone_number);
    expect(samePhone).toBe(!withNewPhone.has(person.id));
  });

  it.each(people.filter(({ id }) => strangers.has(id)))('has nobody like the stranger $first_name', async (person) => {
    expect(await holderOf(person)).toBeUndefined();
  });

  it('has a case for everything that newcomers want to try', async () => {
    expect(await certificatesOf(1001)).toHaveLength(1);
    expect((await certificatesOf(1002)).length).toBeGreaterThan(9);
    expect((await certificatesOf(1003)).map(({ status }) => status).sort()).toEqual(['valid', 'withdrawn']);
    const { catalogue } = importDeps(storage);
    const zhou = (await certificatesOf(1004)).map((certificate) => {
      const qualification = catalogue.qualifications.find(({ code }) => code === certificate.qualification)!;
      return needsEndorsement(certificate, qualification);
    });
    expect(zhou).toEqual([true, false]);
  });
});
