import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { newEndorsementNumber, newVerificationCode } from '../../engine/ids.ts';
import type { Random } from '../../engine/ports/random.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import type { Certificate, Holder, YearMonth } from '../../engine/registry/holder.ts';
import { addDays, type CivilDate } from '../../engine/time/civil-date.ts';
import { instant } from '../../engine/time/instant.ts';
import { openStorage } from '../../storage/open-storage.ts';

/** What can be asked for. */
export interface Known {
  codes: string[];
  hashes: string[];
}

export interface FillOptions {
  file: string;
  dataKey: Uint8Array;
  random: Random;
  rows: number;
  today: CivilDate;
  qualification: string;
}

const CERTIFICATES_PER_HOLDER = 4;
const BATCH = 20_000;
/** Of the rows, how many are handed to whoever asks: enough that what was asked for isn't what was asked for just now. */
const KNOWN_EVERY = 10;

/** A database of so many holders' endorsements, each valid today, with its certificate. */
export async function fill(options: FillOptions): Promise<Known> {
  const storage = await openStorage({ url: options.file, dataKey: options.dataKey });
  try {
    await fillRegistry(storage, options);
  } finally {
    await storage.close();
  }
  return fillEndorsements(options);
}

async function fillRegistry(storage: Storage, { qualification, rows, today }: FillOptions): Promise<void> {
  const createdAt = instant(0);
  const account = {
    id: 'a',
    userId: 1,
    language: 'zh-CN',
    languageChosen: false,
    remindersMuted: false,
    verificationsMuted: false,
  } as const;
  await storage.transact((tx) => tx.accounts.insert({ ...account, blockedAt: null, createdAt }));
  for (let from = 0; from < rows; from += BATCH) {
    const indices = Array.from({ length: Math.min(BATCH, rows - from) }, (_, offset) => from + offset);
    const holders = indices.filter((index) => index % CERTIFICATES_PER_HOLDER === 0).map(holderAt);
    const certificates = indices.map((index) => certificateAt(index, qualification, today));
    await storage.transact(async (tx) => {
      await tx.holders.insertMany(holders);
      await tx.certificates.insertMany(certificates);
    });
  }
}

// Row by row through the stores this would take minutes. No other connection has the file open now.
function fillEndorsements({ file, random, rows, today }: FillOptions): Known {
  const known: Known = { codes: [], hashes: [] };
  const database = new DatabaseSync(file);
  const insert = database.prepare(`
    insert into endorsement (id, request_key, number, verification_code, certificate_id, holder_id, account_id, scenario,
      days, asked_on, last_day, requested_at, status, generated_at, sha256)
    values (?, ?, ?, ?, ?, ?, 'a', 'self-use', 90, ?, ?, 0, 'valid', 0, ?)`);
  const lastDay = addDays(today, 89);
  database.exec('begin');
  for (let index = 0; index < rows; index += 1) {
    const code = newVerificationCode(random);
    const sha256 = createHash('sha256').update(code).digest('hex');
    const number = `${newEndorsementNumber(random, today)}-${index}`;
    const holder = holderId(index);
    insert.run(`e${index}`, `k${index}`, number, code, `c${index}`, holder, today, lastDay, sha256);
    if (index % KNOWN_EVERY > 0) continue;
    known.codes.push(code);
    known.hashes.push(sha256);
  }
  database.exec('commit');
  database.exec('pragma wal_checkpoint(truncate)');
  database.close();
  return known;
}

function holderId(index: number): string {
  return `h${Math.floor(index / CERTIFICATES_PER_HOLDER)}`;
}

function holderAt(index: number): Holder {
  return {
    id: holderId(index),
    name: '欧阳娜娜',
    gender: 'female',
    birthMonth: '1990-03' as YearMonth,
    documentType: 'passport',
    documentNumber: `E${index}`,
    phone: null,
  };
}

function certificateAt(index: number, qualification: string, today: CivilDate): Certificate {
  return {
    id: `c${index}`,
    holderId: holderId(index),
    qualification,
    level: '一级',
    speciality: null,
    managementNumber: `BENCH${index}`,
    approvedOn: addDays(today, -400),
    issuedOn: addDays(today, -300),
    issuer: '示范人事考试中心（样张）',
    status: 'valid',
  };
}
