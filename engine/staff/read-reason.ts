import { readIdentityNumber } from '../registry/identity-number.ts';
import { normalizePrinted, normalizeText } from '../registry/normalize.ts';
import { done, refused, type Result } from '../result.ts';

export const REASON_LENGTH = { least: 2, most: 200 } as const;

/** `personal`: there is a number in it that a reason doesn't need and an audit shouldn't have. */
export type ReasonRefusal = { kind: 'length' } | { kind: 'personal' };

/** Why a member does something, as typed. */
export function readReason(typed: string): Result<string, ReasonRefusal> {
  const reason = normalizePrinted(typed);
  const length = Array.from(reason).length;
  if (hasPersonalNumber(typed)) return refused({ kind: 'personal' });
  return length < REASON_LENGTH.least || length > REASON_LENGTH.most ? refused({ kind: 'length' }) : done(reason);
}

// As people group them: 138 0013 8000, 110105 19491231 002X.
const MOBILE = /(?<![0-9A-Za-z])1[3-9]\d(?:[ -]?\d){8}(?![0-9A-Za-z])/;
const IDENTITY_NUMBER = /(?<![0-9A-Za-z])\d(?:[ -]?\d){16}[ -]?[\dXx](?![0-9A-Za-z])/g;

/** Whether somebody's identity number or mobile number is in a text. */
export function hasPersonalNumber(typed: string): boolean {
  const text = normalizeText(typed);
  const numbers = text.match(IDENTITY_NUMBER) ?? [];
  return MOBILE.test(text) || numbers.some((one) => readIdentityNumber(one.replaceAll(/[ -]/g, '').toUpperCase()).ok);
}
