import type { Language } from '../../../engine/ports/language.ts';
import { type CallbackData, packCallback } from '../../telegram/buttons/callback-data.ts';
import { formatDate } from '../../telegram/text/dates.ts';
import type { Effect, View } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { pageButtons, pageNumber, pageOf } from '../../telegram/buttons/paging.ts';
import { areRemindersSent } from '../endorsements/sent.ts';
import { show } from '../show.ts';
import { supportButton } from '../support/views.ts';
import type { HolderDeps, Turn } from '../turn.ts';
import { placeOfVerifying } from '../verify/own-address.ts';
import { button } from '../../telegram/buttons/button.ts';
import { resumeRow } from '../views/buttons.ts';
import { hotline } from '../../telegram/text/words.ts';

/** The questions that people ask, the most frequent first. */
export const QUESTIONS = [
  'what',
  'which',
  'how-long',
  'validity',
  'quota',
  'missing',
  'wrong',
  'phone',
  'corrected',
  'blank',
  'check',
  'expired',
  'revoke',
  'human',
] as const;
type Question = (typeof QUESTIONS)[number];

type AnswerDeps = Pick<HolderDeps, 'catalogue' | 'policy' | 'username' | 'verifyUrl'>;

const PAGE_SIZE = 7;

export async function listOfQuestions(turn: Turn, { args }: CallbackData): Promise<Effect[]> {
  return show(turn, questionsView(turn, pageNumber(args[0])));
}

export async function answerQuestion(turn: Turn, { args }: CallbackData): Promise<Effect[]> {
  const index = QUESTIONS.findIndex((question) => question === args[0]);
  const question = QUESTIONS[index];
  if (!question) return show(turn, questionsView(turn, 1));
  const { account, deps, dialog } = turn;
  const { language } = account;
  const page = String(Math.floor(index / PAGE_SIZE) + 1);
  const html = text(language, 'faq-answer', {
    question: plain(language, `faq-${question}`),
    answer: answerOf(language, deps, question),
  });
  const all = button(plain(language, 'button-all-questions'), 'faq:list', { args: [page] });
  const staff = question === 'human' || question === 'phone' ? [supportButton(language)] : [];
  return show(turn, { html, inline: [staff, [all], resumeRow(language, dialog !== undefined)] });
}

function questionsView({ account: { language }, deps, dialog }: Turn, wantedPage: number): View {
  const page = pageOf(QUESTIONS.length, PAGE_SIZE, wantedPage);
  const rows = QUESTIONS.slice(page.offset, page.offset + page.limit).map((question) => [
    button(plain(language, `faq-${question}`), 'faq:show', { args: [question] }),
  ]);
  const turning = pageButtons(page, (to) => packCallback({ feature: 'faq', action: 'list', args: [`${to}`] }));
  return {
    html: text(language, 'faq', hotline(language, deps.policy)),
    inline: [...rows, turning, [supportButton(language)], resumeRow(language, dialog !== undefined)],
  };
}

/** From the settings as they are now. */
export function answerOf(language: Language, deps: AnswerDeps, question: Question): string {
  const { policy, username: bot } = deps;
  switch (question) {
    case 'which':
      return plain(language, 'faq-which-answer', plainWords(language, deps));
    case 'how-long':
      return plain(language, 'faq-how-long-answer', { promiseHours: String(policy.generation.promiseHours) });
    case 'validity':
      return plain(language, 'faq-validity-answer', { maxDays: String(policy.validity.maxDays) });
    case 'quota': {
      const { counts, limit, windowDays } = policy.quota;
      return plain(language, 'faq-quota-answer', { counts, limit: String(limit), windowDays: String(windowDays) });
    }
    case 'missing':
      return plain(language, 'faq-missing-answer', { authority: policy.authority.name[language] });
    case 'phone':
    case 'human':
      return plain(language, `faq-${question}-answer`, hotline(language, policy));
    case 'expired':
      return plain(language, 'faq-expired-answer', { reminded: areRemindersSent(policy) ? 'yes' : 'no' });
    case 'check':
      return plain(language, 'faq-check-answer', { place: placeOfVerifying(deps), bot });
    default:
      return plain(language, `faq-${question}-answer`);
  }
}

/** Before which day certificates need no endorsement, where that is one day for all that have one. */
function plainWords(language: Language, { catalogue }: AnswerDeps): { before: string; day: string } {
  const [day, ...more] = new Set(catalogue.qualifications.flatMap(({ plainBefore }) => plainBefore ?? []));
  if (day === undefined) return { before: 'none', day: '' };
  return more.length > 0 ? { before: 'several', day: '' } : { before: 'one-day', day: formatDate(language, day) };
}
