import { type Result, done, refused } from '../../result.ts';
import { type CivilDate, civilDate } from '../../time/civil-date.ts';
import { judgeDocumentNumber } from '../document-number.ts';
import type { CertificateStatus, DocumentType, Gender, YearMonth } from '../holder.ts';
import { yearMonthOf } from '../identity-number.ts';
import { normalizeDocumentNumber, normalizeName, normalizeText } from '../normalize.ts';
import { normalizePhone } from '../phone.ts';
import type { RowReason } from './import-fault.ts';

/** What one cell says; its text is not empty. */
export type Read<T> = Result<T, RowReason>;

const MAX_NAME = 100;
const MAX_TEXT = 200;
// 1.10105E+17, and the serial number of a day such as 44547.
const SCIENTIFIC = /^\d(?:\.\d+)?E\+?\d+$/i;
const DAY_SERIAL = /^\d{5}(?:\.\d+)?$/;
const DATE_SHAPES = [
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?)?$/,
  /^(\d{4})(年)(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})()(\d{2})(\d{2})$/,
];
const MONTH_SHAPES = [/^(\d{4})[-/.](\d{1,2})$/, /^(\d{4})年(\d{1,2})月$/, /^(\d{4})(\d{2})$/];

const GENDERS: Record<Gender, readonly string[]> = {
  male: ['男', '男性', 'male', 'm'],
  female: ['女', '女性', 'female', 'f'],
};
const STATUSES: Record<CertificateStatus, readonly string[]> = {
  valid: ['有效', 'valid'],
  withdrawn: ['已撤销', '撤销', 'withdrawn'],
};
const DOCUMENT_TYPES: Record<DocumentType, readonly string[]> = {
  'resident-identity-card': [
    '居民身份证',
    '身份证',
    '中华人民共和国居民身份证',
    'resident-identity-card',
    'identity-card',
  ],
  'military-officer-card': ['军官证', '中国人民解放军军官证', '军人身份证件', 'military-officer-card'],
  passport: ['护照', '普通护照', '外国护照', 'passport'],
  'hong-kong-macau-permit': ['港澳居民来往内地通行证', '港澳通行证', '回乡证', 'hong-kong-macau-permit'],
  'taiwan-permit': ['台湾居民来往大陆通行证', '台胞证', 'taiwan-permit'],
  'foreign-permanent-resident-card': ['外国人永久居留身份证', '外国人永久居留证', 'foreign-permanent-resident-card'],
};

export const readGender = readerOf(GENDERS);
export const readStatus = readerOf(STATUSES);
export const readDocumentType = readerOf(DOCUMENT_TYPES);

/** A name keeps the letters it is written in; one that an export has spoilt (张?) is refused. */
export function readName(text: string): Read<string> {
  const name = normalizeName(text);
  if (name.length > MAX_NAME) return refused({ kind: 'too-long', max: MAX_NAME });
  const whole = /^\p{L}/u.test(name) && !/[?\u{fffd}]/u.test(name);
  return whole ? done(name) : refused({ kind: 'not-a-name' });
}

export function readText(text: string): Read<string> {
  return text.length > MAX_TEXT ? refused({ kind: 'too-long', max: MAX_TEXT }) : done(text);
}

/** 管理号 has no public format; only what a spreadsheet does to long numbers is refused. */
export function readManagementNumber(text: string): Read<string> {
  const number = unquoted(text).replaceAll(' ', '');
  return SCIENTIFIC.test(number) ? refused({ kind: 'spreadsheet-number' }) : readText(number);
}

export function readDocumentNumber(type: DocumentType, text: string): Read<string> {
  const number = normalizeDocumentNumber(type, unquoted(text));
  if (SCIENTIFIC.test(normalizeText(text))) return refused({ kind: 'spreadsheet-number' });
  const fault = judgeDocumentNumber(type, number);
  if (!fault) return done(number);
  // A spreadsheet keeps fifteen digits and puts noughts for the rest.
  const rounded = fault === 'check-digit' && number.endsWith('000');
  return refused(rounded ? { kind: 'spreadsheet-number' } : { kind: 'document-number', fault });
}

export function readPhone(text: string): Read<string> {
  if (SCIENTIFIC.test(text)) return refused({ kind: 'spreadsheet-number' });
  const phone = normalizePhone(unquoted(text));
  return phone === undefined ? refused({ kind: 'not-a-phone' }) : done(phone);
}

export function readDate(text: string): Read<CivilDate> {
  const date = dateOf(text);
  if (date) return done(date);
  return refused(DAY_SERIAL.test(text) ? { kind: 'spreadsheet-number' } : { kind: 'not-a-date', value: short(text) });
}

/** A month, or a whole birth date of which the day is dropped. */
export function readMonth(text: string): Read<YearMonth> {
  const match = MONTH_SHAPES.map((shape) => shape.exec(text)).find((found) => found !== null);
  const date = match ? civilDate(Number(match[1]), Number(match[2]), 1) : dateOf(text);
  if (date) return done(yearMonthOf(date));
  return refused(DAY_SERIAL.test(text) ? { kind: 'spreadsheet-number' } : { kind: 'not-a-month', value: short(text) });
}

function dateOf(text: string): CivilDate | undefined {
  const match = DATE_SHAPES.map((shape) => shape.exec(text)).find((found) => found !== null);
  return match ? civilDate(Number(match[1]), Number(match[3]), Number(match[4])) : undefined;
}

function readerOf<T extends string>(words: Record<T, readonly string[]>): (text: string) => Read<T> {
  const values = Object.keys(words) as T[];
  const byKey = new Map(values.flatMap((value) => words[value].map((word) => [wordKey(word), value] as const)));
  const known = values.map((value) => words[value][0] ?? value);
  return (text) => {
    const value = byKey.get(wordKey(text));
    return value === undefined ? refused({ kind: 'unknown-value', value: short(text), known }) : done(value);
  };
}

function wordKey(word: string): string {
  return word.toLowerCase().replaceAll(/[\s_-]/gu, '');
}

/** Without what people put before long numbers to protect them from a spreadsheet: '123 and ="123". */
function unquoted(text: string): string {
  return /^="(.*)"$/.exec(text)?.[1] ?? text.replace(/^'/, '');
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
