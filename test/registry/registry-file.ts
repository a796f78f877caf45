import { readFileSync } from 'node:fs';
import type { Endorsement } from '../../engine/endorsement/endorsement.ts';
import { requestEndorsement } from '../../engine/endorsement/request-endorsement.ts';
import { DEFAULT_POLICY } from '../../engine/policy/policy.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import type { Catalogue } from '../../engine/registry/catalogue.ts';
import { parseCatalogue } from '../../engine/registry/catalogue/parse-catalogue.ts';
import { COLUMNS, type Column } from '../../engine/registry/import/columns.ts';
import { type ImportDeps, importRegistry } from '../../engine/registry/import/import-registry.ts';
import { Zone } from '../../engine/time/instant.ts';
import { at } from '../fakes/fixed-clock.ts';
import { seededRandom } from '../fakes/seeded-random.ts';

export type Cells = Record<Column, string>;

export const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];

const GOOD: Cells = {
  name: '林晓雨',
  gender: '女',
  birth_month: '1990-03',
  document_type: '居民身份证',
  document_number: '110105199003070025',
  phone: '13800000001',
  qualification: '建造师',
  level: '一级',
  speciality: '建筑工程',
  management_number: 'T0001',
  approved_on: '2022-11-20',
  issued_on: '2023-02-28',
  issuer: '示范人事考试中心（样张）',
  status: '有效',
};

/** Another person, so that two rows need not be about one. */
export const WANG: Partial<Cells> = {
  name: '王建国',
  gender: '男',
  birth_month: '1978-10',
  document_number: '110105197810010011',
  phone: '13800000002',
};

/** A row that can be imported, but for what `cells` says. */
export function row(cells: Partial<Cells> = {}): Cells {
  return { ...GOOD, ...cells };
}

/** RFC 4180 with Chinese column names. */
export function csv(rows: readonly Cells[], lineEnd = '\n'): string {
  const lines = [Object.values(COLUMNS), ...rows.map((cells) => COLUMN_NAMES.map((column) => cells[column]))];
  return lines.map((cells) => cells.map(quoted).join(',') + lineEnd).join('');
}

export function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function shippedCatalogue(): Catalogue {
  const file = new URL('../../data/catalogue.json', import.meta.url);
  const parsed = parseCatalogue(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}

export function importDeps(storage: Storage): ImportDeps {
  return {
    storage,
    catalogue: shippedCatalogue(),
    random: seededRandom(),
    zone: new Zone(DEFAULT_POLICY.zone),
    missingCharacters: () => [],
  };
}

export const NOW = at('2026-11-20T09:00:00+08:00');

/** Imports rows, or a text, as a file. */
export function importFile(deps: ImportDeps, file: readonly Cells[] | string, dryRun = false) {
  const text = typeof file === 'string' ? file : csv(file);
  return importRegistry(deps, { now: NOW, bytes: new TextEncoder().encode(text), dryRun });
}

/** Has an account linked with the holder ask for an endorsement. */
export async function endorse(
  deps: ImportDeps,
  ask: { certificateId: string; holderId: string },
): Promise<Endorsement> {
  return deps.storage.transact(async (tx) => {
    const chosen = {
      language: 'zh-CN',
      languageChosen: false,
      remindersMuted: false,
      verificationsMuted: false,
    } as const;
    await tx.accounts.insert({ id: 'account', userId: 1, ...chosen, blockedAt: null, createdAt: NOW });
    const { holderId } = ask;
    const proven = { accountId: 'account', holderId, proof: 'contact', linkedAt: NOW } as const;
    await tx.links.insert({ id: 'link', ...proven, endedAt: null, endedBecause: null });
    const requested = await requestEndorsement(
      tx,
      { ...deps, policy: DEFAULT_POLICY },
      {
        ...ask,
        now: NOW,
        accountId: 'account',
        scenario: 'self-use',
        validity: { days: 90 },
        requestKey: 'key',
        progressMessageId: null,
      },
    );
    if (!requested.ok) throw new Error(requested.refusal.kind);
    return requested.value.endorsement;
  });
}
