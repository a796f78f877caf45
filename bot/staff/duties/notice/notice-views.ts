import type { ServiceNotice } from '../../../../engine/notice/service-notice.ts';
import { LANGUAGES, type Language } from '../../../../engine/ports/language.ts';
import { noticeView } from '../../../holder/notice/notice-view.ts';
import { button } from '../../../telegram/buttons/button.ts';
import { parseCallback } from '../../../telegram/buttons/callback-data.ts';
import { cut } from '../../../telegram/text/cut.ts';
import type { InlineButton, View } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import type { DialogTurn } from '../../dialog.ts';
import { missing, type NoticeDraft } from './draft.ts';

const SHOWN = 80;

/** What a step asks. `note` is a sentence above it, in HTML. */
export function stepView(turn: DialogTurn, draft: NoticeDraft, current: string | undefined, note?: string): View {
  const { language } = turn.member;
  const cancel = button(plain(language, 'staff-button-cancel'), 'basics:cancel', { version: turn.dialog.version });
  const { html, rows } = asked(turn, draft, current);
  return { html: note === undefined ? html : `${note}\n\n${html}`, inline: [...rows, [cancel]] };
}

function asked(
  { member: { language }, dialog: { version } }: DialogTurn,
  draft: NoticeDraft,
  current = 'none',
): { html: string; rows: InlineButton[][] } {
  switch (draft.step) {
    case 'files': {
      const wanted = missing(draft).length === LANGUAGES.length ? 'both' : (missing(draft)[0] ?? 'both');
      return { html: text(language, 'staff-notice-ask-files', { wanted, current }), rows: [] };
    }
    case 'language': {
      const begins = cut(draft.pending[0] ?? '', SHOWN);
      const rows = LANGUAGES.map((one) => [
        button(plain(one, 'language-name'), 'notice:language', { args: [one], version }),
      ]);
      return { html: text(language, 'staff-notice-ask-language', { begins }), rows };
    }
    case 'ready': {
      const publish = plain(language, 'staff-notice-button-publish', { version: draft.version ?? '' });
      const previews = LANGUAGES.map((one) =>
        button(plain(one, 'language-name'), 'notice:preview', { args: [one, '1'], version }),
      );
      const html = text(language, 'staff-notice-ready', {
        version: draft.version ?? '',
        current,
        chinese: String([...(draft.texts['zh-CN'] ?? '')].length),
        english: String([...(draft.texts.en ?? '')].length),
      });
      return { html, rows: [previews, [button(publish, 'notice:publish', { version, style: 'danger' })]] };
    }
    default:
      return draft.step satisfies never;
  }
}

/** A page of the notice as holders will see it; what they would agree by only says what it is here. */
export function previewView(turn: DialogTurn, notice: ServiceNotice, language: Language, page: number): View {
  const { version } = turn.dialog;
  const seen = noticeView(language, notice, page, { feature: 'home', action: 'show', args: [] });
  const rows = (seen.inline ?? []).map((row) => row.map((one) => inPreview(one, language, version)));
  const back = button(plain(turn.member.language, 'staff-notice-button-back'), 'notice:back', { version });
  return { ...seen, inline: [...rows, [back]] };
}

function inPreview(shown: InlineButton, language: Language, version: number): InlineButton {
  const data = 'data' in shown ? parseCallback(shown.data) : undefined;
  const style = shown.style && { style: shown.style };
  return data?.action === 'page'
    ? button(shown.text, 'notice:preview', { args: [language, data.args[0] ?? '1'], version, ...style })
    : button(shown.text, 'notice:sample', { version, ...style });
}
