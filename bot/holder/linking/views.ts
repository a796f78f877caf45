import type { Policy } from '../../../engine/policy/policy.ts';
import type { Language } from '../../../engine/ports/language.ts';
import { DOCUMENT_TYPES, type DocumentType } from '../../../engine/registry/holder.ts';
import { never } from '../../../engine/result.ts';
import type { InlineButton, ReplyKeyboard, View } from '../../telegram/effects.ts';
import { plain, text } from '../../telegram/text/locale.ts';
import { button } from '../../telegram/buttons/button.ts';
import { cancelButton } from '../views/buttons.ts';
import { hotline } from '../../telegram/text/words.ts';
import type { Stay } from './reduce.ts';
import type { LinkingState } from './state.ts';

/** What the person is asked at a step. */
export function stepView(language: Language, state: LinkingState, version: number): View {
  const way = wayBack(language, version);
  switch (state.step) {
    case 'type': {
      const html = text(language, state.code === null ? 'linking-type' : 'linking-type-with-code');
      return { html, inline: [...typeRows(language, version), [cancelButton(language, version)]] };
    }
    case 'number': {
      const type = plain(language, `document-type-${state.documentType}`);
      return { html: text(language, 'linking-number', { type }), inline: [way] };
    }
    case 'name':
      return { html: text(language, 'linking-name-plain'), inline: [way] };
    case 'proof':
      return { html: text(language, 'linking-proof'), reply: proofKeyboard(language) };
    default:
      return never(state);
  }
}

/** The keyboard of the proof: the only one by which a phone number can be shared. */
export function proofKeyboard(language: Language): ReplyKeyboard {
  return {
    rows: [
      [{ text: plain(language, 'button-share-phone'), requestContact: true }],
      [{ text: plain(language, 'button-have-code') }, { text: plain(language, 'button-cancel') }],
    ],
    placeholder: plain(language, 'linking-proof-placeholder'),
  };
}

/** What is expected instead, in HTML. */
export function stayWords(language: Language, policy: Policy, because: Stay): string {
  switch (because.kind) {
    case 'number-fault':
      return `${numberFault(language, because)}\n\n${text(language, 'linking-number-fault-note')}`;
    case 'name-fault':
      return text(language, 'linking-name-fault');
    case 'tap-expected':
      return text(language, 'please-tap');
    case 'text-expected':
      return text(language, 'please-text');
    case 'no-contact-needed':
      return text(language, 'fallback-contact');
    case 'proof-expected':
      return text(language, 'linking-proof-expected');
    case 'code-how':
      return text(language, 'linking-code', hotline(language, policy));
    case 'code-shape':
      return text(language, 'linking-code-shape');
    case 'contact-not-own':
      return text(language, 'linking-contact-not-own');
    default:
      return never(because);
  }
}

export function retryLinkingRows(language: Language): InlineButton[][] {
  return [
    [button(plain(language, 'button-retry-linking'), 'linking:begin', { style: 'primary' })],
    [button(plain(language, 'button-faq'), 'faq:list')],
  ];
}

function numberFault(
  language: Language,
  { fault, documentType, length }: Extract<Stay, { kind: 'number-fault' }>,
): string {
  if (fault === 'length') return text(language, 'linking-number-fault-length', { length: String(length) });
  if (fault !== 'format') return text(language, `linking-number-fault-${fault}`);
  return text(language, 'linking-number-fault-format', { type: plain(language, `document-type-${documentType}`) });
}

function typeRows(language: Language, version: number): InlineButton[][] {
  return DOCUMENT_TYPES.map((type) => [typeButton(language, type, version)]);
}

// The card that nearly everybody has stands out.
function typeButton(language: Language, type: DocumentType, version: number): InlineButton {
  const label = plain(language, `document-type-${type}`);
  const common = type === 'resident-identity-card';
  return button(label, 'linking:type', { args: [type], version, ...(common ? { style: 'primary' } : {}) });
}

function wayBack(language: Language, version: number): InlineButton[] {
  return [button(plain(language, 'button-back'), 'linking:back', { version }), cancelButton(language, version)];
}
