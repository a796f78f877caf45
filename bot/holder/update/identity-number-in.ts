import { readIdentityNumber } from '../../../engine/registry/identity-number.ts';
import { normalizeText } from '../../../engine/registry/normalize.ts';

// 17 digits and a check character, as people group them: 110105 19491231 002X.
const CANDIDATE = /(?<![0-9A-Za-z])\d(?:[ -]?\d){16}[ -]?[\dXx](?![0-9A-Za-z])/g;

/** Whether a text holds a resident identity number of GB 11643 whose check character fits. */
export function identityNumberIn(text: string): boolean {
  const found = normalizeText(text).match(CANDIDATE) ?? [];
  return found.some((candidate) => readIdentityNumber(candidate.replaceAll(/[ -]/g, '').toUpperCase()).ok);
}
