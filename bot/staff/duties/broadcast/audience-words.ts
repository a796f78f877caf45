import type { Audience } from '../../../../engine/broadcast/broadcast.ts';
import type { Language } from '../../../../engine/ports/language.ts';
import type { Catalogue } from '../../../../engine/registry/catalogue.ts';
import { formatDate } from '../../../telegram/text/dates.ts';
import { plain } from '../../../telegram/text/locale.ts';

/** Whom a broadcast goes to, in words. */
export function audienceWords(language: Language, { qualifications }: Catalogue, audience: Audience): string {
  const code = audience.kind === 'qualification' ? audience.code : '';
  return plain(language, 'staff-broadcast-audience', {
    kind: audience.kind,
    day: audience.kind === 'expiring' ? formatDate(language, audience.before) : '',
    qualification: qualifications.find((entry) => entry.code === code)?.name[language] ?? code,
  });
}
