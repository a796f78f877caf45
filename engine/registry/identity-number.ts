import { civilDate, type CivilDate } from '../time/civil-date.ts';
import type { Gender, YearMonth } from './holder.ts';

/** What is wrong with an identity number. */
export type IdentityNumberFault = 'length' | 'characters' | 'birth-date' | 'check-digit';

export interface IdentityNumberFacts {
  birthDate: CivilDate;
  birthMonth: YearMonth;
  gender: Gender;
}

// GB 11643-1999 clause 4.2.4, which is ISO/IEC 7064 MOD 11-2.
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const LENGTH = 18;

/**
 * What an 18-digit identity number of GB 11643 says: 6 digits of area, 8 of the birth date, 3 of the
 * sequence (odd for men), 1 check character. Takes the normalised form. The area is not looked up:
 * codes of districts that are no more stay valid.
 */
export function readIdentityNumber(
  number: string,
): { ok: true; facts: IdentityNumberFacts } | { ok: false; fault: IdentityNumberFault } {
  if (number.length !== LENGTH) return { ok: false, fault: 'length' };
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return { ok: false, fault: 'characters' };
  const birthDate = civilDate(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14)));
  // Before the date: one mistyped digit should be called that wherever it is.
  if (checkCharacter(number.slice(0, LENGTH - 1)) !== number.at(-1)) return { ok: false, fault: 'check-digit' };
  if (!birthDate) return { ok: false, fault: 'birth-date' };
  const gender = Number(number[16]) % 2 === 1 ? 'male' : 'female';
  return { ok: true, facts: { birthDate, birthMonth: yearMonthOf(birthDate), gender } };
}

/** The 18th character for 17 digits; throws RangeError when they are not 17 digits. */
export function checkCharacter(digits: string): string {
  if (!/^\d{17}$/.test(digits)) throw new RangeError('a check character needs 17 digits');
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

export function yearMonthOf(date: CivilDate): YearMonth {
  return date.slice(0, 7) as YearMonth;
}
