import type { Dialog } from '../../../../engine/ports/stores/account-stores.ts';
import { LANGUAGES, type Language } from '../../../../engine/ports/language.ts';
import { isNoticeVersion } from '../../../../engine/notice/next-version.ts';
import type { DialogState } from '../../dialog.ts';

export const FLOW = 'notice';

/** A notice as far as it was sent. The texts are public, so the dialog's row may have them. */
export interface NoticeDraft extends DialogState {
  step: 'files' | 'language' | 'ready';
  texts: Partial<Record<Language, string>>;
  /** Texts of which nobody has said yet in which language they are. */
  pending: string[];
  /** What it is to be published as, once all is there. */
  version: string | null;
}

export const EMPTY_DRAFT: NoticeDraft = { step: 'files', texts: {}, pending: [], version: null };

export function draftOf({ data }: Dialog): NoticeDraft {
  const { texts, pending, version } = data;
  return stepped({
    step: 'files',
    texts: typeof texts === 'object' && texts !== null ? onlyTexts(texts) : {},
    pending: Array.isArray(pending) ? pending.filter((one) => typeof one === 'string') : [],
    version: typeof version === 'string' && isNoticeVersion(version) ? version : null,
  });
}

/** A further text. One whose language is not known waits, unless only one is missing and none waits before it. */
export function withText(draft: NoticeDraft, text: string, language: Language | undefined): NoticeDraft {
  const only = missing(draft).length === 1 && draft.pending.length === 0 ? missing(draft)[0] : undefined;
  const known = language ?? only;
  return known === undefined
    ? stepped({ ...draft, pending: [...draft.pending, text] })
    : stepped({ ...draft, texts: { ...draft.texts, [known]: text } });
}

/** The text that waits longest is in this language; a next one is then in the other. */
export function withLanguage(draft: NoticeDraft, language: Language): NoticeDraft {
  const [text, ...rest] = draft.pending;
  if (text === undefined) return draft;
  const next = { ...draft, texts: { ...draft.texts, [language]: text }, pending: [] };
  return rest.reduce<NoticeDraft>((sum, one) => withText(sum, one, undefined), stepped(next));
}

export function missing({ texts }: Pick<NoticeDraft, 'texts'>): Language[] {
  return LANGUAGES.filter((language) => texts[language] === undefined);
}

function stepped(draft: NoticeDraft): NoticeDraft {
  if (draft.pending.length > 0) return { ...draft, step: 'language' };
  return { ...draft, step: missing(draft).length === 0 ? 'ready' : 'files' };
}

function onlyTexts(texts: object): NoticeDraft['texts'] {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const text: unknown = Reflect.get(texts, language);
      return typeof text === 'string' ? [[language, text] as const] : [];
    }),
  );
}
