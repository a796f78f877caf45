import type { Endorsement } from '../../../engine/endorsement/endorsement.ts';
import type { Policy } from '../../../engine/policy/policy.ts';
import type { Language } from '../../../engine/ports/language.ts';
import type { Qualification } from '../../../engine/registry/catalogue.ts';
import type { Certificate } from '../../../engine/registry/holder.ts';
import { cut } from './cut.ts';
import { tidied } from './locale.ts';
import { formatDate } from './dates.ts';

/** What fits a button on a narrow phone, with the status behind it. */
const LABEL_CHARACTERS = { 'zh-CN': 18, en: 34 } as const;

/** How to reach a person: the variables of every text that names the hotline. */
export function hotline(language: Language, { authority }: Policy): { hotline: string; hours: string } {
  return { hotline: authority.hotline, hours: authority.hours[language] };
}

/** A certificate in one line: 造价工程师（一级）· 土木建筑. Level and speciality are as printed. */
export function certificateTitle(
  language: Language,
  qualification: Pick<Qualification, 'name'>,
  { level, speciality }: Pick<Certificate, 'level' | 'speciality'>,
): string {
  const name = qualification.name[language];
  const leveled = language === 'zh-CN' ? `${name}（${level}）` : `${name} (${level})`;
  return tidied(language, [level ? leveled : name, speciality].filter(Boolean).join(' · '));
}

/** The same, short enough for a button. */
export function certificateLabel(
  language: Language,
  qualification: Pick<Qualification, 'name'>,
  certificate: Pick<Certificate, 'level' | 'speciality'>,
): string {
  return cut(certificateTitle(language, qualification, certificate), LABEL_CHARACTERS[language]);
}

/** A scenario by its code; the code itself when the operator has taken the scenario out. */
export function scenarioName(language: Language, policy: Policy, code: string): string {
  return policy.scenarios.find((scenario) => scenario.code === code)?.name[language] ?? code;
}

/** First and last day in words. */
export function validityWords(
  language: Language,
  { askedOn, lastDay }: Pick<Endorsement, 'askedOn' | 'lastDay'>,
): { firstDay: string; lastDay: string } {
  return { firstDay: formatDate(language, askedOn), lastDay: formatDate(language, lastDay) };
}
