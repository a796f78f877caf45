import { normalizeText } from './normalize.ts';

// ITU-T E.164 clause 6.2.1: at most 15 digits, country code included.
const E164 = /^[1-9]\d{6,14}$/;
const MAINLAND_MOBILE = /^1[3-9]\d{9}$/;
// Written without '+' now and then, and no mainland number looks like these: Hong Kong, Macau, Taiwan.
const NEIGHBOURS = /^(?:852\d{8}|853\d{8}|8869\d{8})$/;

/**
 * A phone number of a registry file, or one that a person typed, as E.164 digits without '+':
 * a mainland mobile number, or any number with its country code after '+' or '00'.
 * Undefined when it is neither.
 *
 * Never for what a messenger says: see `contactPhone`.
 */
export function normalizePhone(text: string): string | undefined {
  const { international, digits } = read(text);
  if (international) return e164(digits);
  if (MAINLAND_MOBILE.test(digits)) return `86${digits}`;
  if (digits.startsWith('86') && MAINLAND_MOBILE.test(digits.slice(2))) return digits;
  return NEIGHBOURS.test(digits) ? digits : undefined;
}

/**
 * The number of a contact that a messenger vouches for, as E.164 digits without '+'. It has a country
 * code even where '+' is left out: 13105551234 is a number in Los Angeles here. Read as a mainland
 * mobile number, it would let its owner pass for somebody else's.
 */
export function contactPhone(text: string): string | undefined {
  return e164(read(text).digits);
}

function read(text: string): { international: boolean; digits: string } {
  const compact = normalizeText(text).replaceAll(/[\s().\p{Dash_Punctuation}]/gu, '');
  const prefix = /^(?:\+|00)/.exec(compact)?.[0] ?? '';
  return { international: prefix !== '', digits: compact.slice(prefix.length) };
}

function e164(digits: string): string | undefined {
  if (!E164.test(digits)) return undefined;
  // A mainland number is sometimes written +86 0 138…; anything else after 86 would never match a contact.
  return digits.startsWith('860') ? e164(`86${digits.slice(3)}`) : digits;
}
