import type { Language } from '../../engine/ports/language.ts';
import type { Instant } from '../../engine/time/instant.ts';
import type { CopyView } from '../../engine/verification/issued-verdict.ts';
import { type CopyVerdict, passes } from '../../engine/verification/verify-copy.ts';
import { VERIFICATION_TEXTS } from '../../locales/verification-texts.ts';
import type { ReadFile } from './verify-file.ts';

const MARKS = { passed: '✓', failed: '✗', indeterminate: '?' };

const LABELS: Readonly<Record<Language, Record<'issued' | 'sound', string>>> = {
  'zh-CN': { issued: '本服务出具', sound: '文件本身' },
  en: { issued: 'issued here', sound: 'by itself' },
};

/** Both answers for a terminal: a line each with its sentence, and below them what the copy is. */
export function verdictForPeople(language: Language, { issued, sound }: CopyVerdict): string {
  const sentence = VERIFICATION_TEXTS[language].issued[issued.reason];
  const line = `${MARKS[issued.status]} ${LABELS[language].issued}: ${sentence} (${issued.reason})\n`;
  const below = issued.copy ? `    ${glimpse(language, issued.copy)}\n` : '';
  return `${line}${below}${soundnessForPeople(language, sound)}`;
}

/** The second of the answers alone. */
export function soundnessForPeople(language: Language, { reason, signature, status }: CopyVerdict['sound']): string {
  const sentence = VERIFICATION_TEXTS[language].sound[reason];
  const line = `${MARKS[status]} ${LABELS[language].sound}: ${sentence} (${reason})\n`;
  return signature ? `${line}    PAdES ${signature.level} · ${signature.signer}\n` : line;
}

function glimpse(language: Language, copy: CopyView): string {
  const certificate = [copy.qualification[language], copy.level].filter(Boolean).join(' ');
  const parts = [copy.maskedName, certificate, copy.issuer];
  if (copy.kind === 'endorsed') {
    parts.unshift(copy.number);
    parts.push(copy.scenario[language], `${copy.firstDay} – ${copy.lastDay}`);
  }
  return parts.join(' · ');
}

/** What `verify --json` prints; docs/operating.md promises its shape. */
export function verdictForMachines(file: ReadFile, at: Instant, verdict: CopyVerdict): object {
  const { issued, sound } = verdict;
  return {
    version: 1,
    verifiedAt: iso(at),
    file: { sha256: file.sha256, size: file.size },
    passed: passes(verdict),
    issued: { ...answer('issued', issued), copy: issued.copy && copyForMachines(issued.copy) },
    sound: { ...answer('sound', sound), signature: sound.signature && withTimes(sound.signature) },
  };
}

function answer<Question extends 'issued' | 'sound'>(question: Question, verdict: CopyVerdict[Question]) {
  const sentence = (language: Language): string => {
    const sentences: Readonly<Record<string, string>> = VERIFICATION_TEXTS[language][question];
    return sentences[verdict.reason] ?? '';
  };
  return {
    status: verdict.status,
    reason: verdict.reason,
    sentence: { 'zh-CN': sentence('zh-CN'), en: sentence('en') },
  };
}

type Facts = NonNullable<CopyVerdict['sound']['signature']>;

function withTimes({ claimedAt, notAfter, notBefore, provenAt, ...facts }: Facts): object {
  return {
    ...facts,
    notBefore: iso(notBefore),
    notAfter: iso(notAfter),
    claimedAt: iso(claimedAt),
    provenAt: provenAt === null ? null : iso(provenAt),
  };
}

function copyForMachines(copy: CopyView): object {
  return { ...copy, madeAt: copy.madeAt === null ? null : iso(copy.madeAt) };
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}
