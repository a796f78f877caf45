import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CertificateFace, EndorsementFace } from '../../engine/document/faces.ts';
import { newEndorsementNumber, newVerificationCode } from '../../engine/ids.ts';
import { DEFAULT_POLICY } from '../../engine/policy/policy.ts';
import type { Random } from '../../engine/ports/random.ts';
import type { Catalogue, Qualification } from '../../engine/registry/catalogue.ts';
import { parseCatalogue } from '../../engine/registry/catalogue/parse-catalogue.ts';
import { issuerOf } from '../../engine/registry/find-in-catalogue.ts';
import type { YearMonth } from '../../engine/registry/holder.ts';
import { checkCharacter } from '../../engine/registry/identity-number.ts';
import { addDays, type CivilDate, parseCivilDate } from '../../engine/time/civil-date.ts';
import { type Instant, instant, later } from '../../engine/time/instant.ts';

/** A validated endorsement and its certificate: what a document is made of. */
export interface Order {
  certificate: CertificateFace;
  endorsement: EndorsementFace;
}

/** The moment of the first document, whatever the clock says: 10:00 in Shanghai. */
export const START: Instant = instant(Date.UTC(2026, 11, 1, 2));

const FAMILY = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '欧阳', '司徒', '诸葛'];
const GIVEN = ['明轩', '思雨', '嘉欣', '子涵', '宇航', '建国', '丽华', '海燕', '晓明', '静', '伟', '志强'];
const SPECIALITIES = ['建筑工程', '土木建筑工程', '公路工程', '水利水电工程', '药学', null];
const SCENARIO = DEFAULT_POLICY.scenarios[0]?.name ?? { 'zh-CN': '', en: '' };

/**
 * Endorsements as they come in: of many certificates in turn, each with a number, a code, days and a time of its own.
 * The same arguments give the same stream.
 */
export class OrderStream {
  readonly #certificates: readonly CertificateFace[];
  readonly #random: Random;
  #count = 0;

  constructor(certificates: number, seed: string) {
    const catalogue = readCatalogue();
    this.#certificates = Array.from({ length: certificates }, (_, index) => certificateFace(catalogue, index));
    this.#random = seededRandom(seed);
  }

  /** One of each certificate. */
  round(): Order[] {
    return this.take(this.#certificates.length);
  }

  take(count: number): Order[] {
    return Array.from({ length: count }, () => this.#next());
  }

  #next(): Order {
    const index = this.#count;
    this.#count += 1;
    return {
      // As they come from a database: no object in it is the same as before.
      certificate: structuredClone(pick(this.#certificates, index)),
      endorsement: endorsementFace(this.#random, index),
    };
  }
}

function endorsementFace(random: Random, index: number): EndorsementFace {
  const days = 1 + (index % DEFAULT_POLICY.validity.maxDays);
  const firstDay = addDays(day('2026-12-01'), index % 28);
  const code = newVerificationCode(random);
  return {
    number: newEndorsementNumber(random, firstDay),
    scenario: SCENARIO,
    firstDay,
    lastDay: addDays(firstDay, days - 1),
    days,
    verifyUrl: `https://certificates.example.org/v/${code}`,
    verificationCode: code,
    madeAt: later(START, index * 1234),
    zone: DEFAULT_POLICY.zone,
  };
}

function certificateFace(catalogue: Catalogue, index: number): CertificateFace {
  const qualification: Qualification = pick(catalogue.qualifications, index);
  const birth = addDays(day('1965-03-01'), (index * 97) % 12_000);
  const body = `110105${birth.replaceAll('-', '')}${String(100 + (index % 899))}`;
  return {
    holder: {
      name: pick(FAMILY, index) + pick(GIVEN, index * 5 + 1),
      gender: (100 + (index % 899)) % 2 === 1 ? 'male' : 'female',
      birthMonth: birth.slice(0, 7) as YearMonth,
      documentType: 'resident-identity-card',
      documentNumber: body + checkCharacter(body),
    },
    qualification: qualification.name,
    level: qualification.levels[0] ?? null,
    speciality: pick(SPECIALITIES, index),
    managementNumber: `2024051100${String(index).padStart(10, '0')}`,
    approvedOn: day('2024-05-19'),
    issuedOn: day('2024-09-30'),
    issuer: '示范省人力资源和社会保障厅（样张）',
    sealedBy: issuerOf(catalogue, qualification),
  };
}

function readCatalogue(): Catalogue {
  const file = new URL('../../data/catalogue.json', import.meta.url);
  const parsed = parseCatalogue(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.ok) throw new TypeError(`the catalogue that ships has ${parsed.refusal.length} mistakes`);
  return parsed.value;
}

function seededRandom(seed: string): Random {
  let count = 0;
  return {
    bytes: (length) => {
      count += 1;
      return hash('sha512', `${seed} ${count}`, 'buffer').subarray(0, length);
    },
  };
}

function day(text: string): CivilDate {
  const found = parseCivilDate(text);
  if (!found) throw new RangeError(`${text} is not a day`);
  return found;
}

function pick<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length];
  if (value === undefined) throw new RangeError('nothing to pick from');
  return value;
}
