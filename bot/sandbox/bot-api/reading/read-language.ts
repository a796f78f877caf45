import { badRequest } from '../api-error.ts';
import type { Parameters } from '../parameters.ts';

/** `language_code`: two letters of ISO 639-1, or '' for everyone else. */
export function readLanguage(parameters: Parameters): string {
  const code = parameters.text('language_code');
  if (!/^(?:[a-z]{2})?$/.test(code)) throw badRequest('invalid language code specified');
  return code;
}
