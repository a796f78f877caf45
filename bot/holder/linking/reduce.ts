import { normalizeLinkCode } from '../../../engine/ids.ts';
import { type DocumentNumberFault, judgeDocumentNumber } from '../../../engine/registry/document-number.ts';
import type { DocumentType } from '../../../engine/registry/holder.ts';
import { normalizeDocumentNumber, normalizeName } from '../../../engine/registry/normalize.ts';
import { contactPhone } from '../../../engine/registry/phone.ts';
import { never } from '../../../engine/result.ts';
import type { LinkingState } from './state.ts';

export type LinkingEvent =
  | { kind: 'type'; documentType: DocumentType }
  | { kind: 'back' }
  | { kind: 'text'; text: string }
  | { kind: 'contact'; phone: string; own: boolean }
  /** A code that came by a link into the chat. */
  | { kind: 'code'; code: string }
  | { kind: 'ask-code' }
  | { kind: 'other' };

export interface Claim {
  documentType: DocumentType;
  documentNumber: string;
  name: string;
}

export type ProofGiven = { kind: 'contact'; phone: string } | { kind: 'code'; code: string };

/** Why a step stays as it is. */
export type Stay =
  | { kind: 'number-fault'; fault: DocumentNumberFault; documentType: DocumentType; length: number }
  | { kind: 'name-fault' }
  | { kind: 'tap-expected' }
  | { kind: 'text-expected' }
  | { kind: 'no-contact-needed' }
  | { kind: 'proof-expected' }
  | { kind: 'code-how' }
  | { kind: 'code-shape' }
  | { kind: 'contact-not-own' };

export type LinkingOutcome =
  | { kind: 'go'; state: LinkingState }
  | { kind: 'stay'; because: Stay }
  | { kind: 'prove'; claim: Claim; proof: ProofGiven };

const NAME = /^(?=.*[\p{L}\p{Co}])[\p{L}\p{M}\p{N}\p{Co}\p{Variation_Selector} ·.,'’-]{1,60}$/u;

/** What comes of an event at a step: where the person is next, or what is still expected of them. */
export function reduceLinking(state: LinkingState, event: LinkingEvent): LinkingOutcome {
  switch (state.step) {
    case 'type':
      return atType(state, event);
    case 'number':
      return atNumber(state, event);
    case 'name':
      return atName(state, event);
    case 'proof':
      return atProof(state, event);
    default:
      return never(state);
  }
}

type At<Step extends LinkingState['step']> = Extract<LinkingState, { step: Step }>;

function atType(state: At<'type'>, event: LinkingEvent): LinkingOutcome {
  if (event.kind === 'type') return go({ step: 'number', documentType: event.documentType, code: state.code });
  if (event.kind === 'code') return go({ ...state, code: event.code });
  return stay(event.kind === 'contact' ? { kind: 'no-contact-needed' } : { kind: 'tap-expected' });
}

function atNumber(state: At<'number'>, event: LinkingEvent): LinkingOutcome {
  const { documentType, code } = state;
  if (event.kind === 'back') return go({ step: 'type', code });
  if (event.kind === 'code') return go({ ...state, code: event.code });
  if (event.kind !== 'text') return stay(typing(event));
  const documentNumber = normalizeDocumentNumber(documentType, event.text);
  const fault = judgeDocumentNumber(documentType, documentNumber);
  if (fault) return stay({ kind: 'number-fault', fault, documentType, length: Array.from(documentNumber).length });
  return go({ step: 'name', documentType, documentNumber, code });
}

function atName(state: At<'name'>, event: LinkingEvent): LinkingOutcome {
  const { documentType, documentNumber, code } = state;
  if (event.kind === 'back') return go({ step: 'number', documentType, code });
  if (event.kind === 'code') return go({ ...state, code: event.code });
  if (event.kind !== 'text') return stay(typing(event));
  const name = normalizeName(event.text);
  if (!NAME.test(name)) return stay({ kind: 'name-fault' });
  const claim = { documentType, documentNumber, name };
  return code === null ? go({ step: 'proof', ...claim }) : prove(claim, { kind: 'code', code });
}

function atProof({ documentType, documentNumber, name }: At<'proof'>, event: LinkingEvent): LinkingOutcome {
  const claim = { documentType, documentNumber, name };
  switch (event.kind) {
    case 'contact': {
      const phone = event.own ? contactPhone(event.phone) : undefined;
      return phone === undefined ? stay({ kind: 'contact-not-own' }) : prove(claim, { kind: 'contact', phone });
    }
    case 'text':
    case 'code': {
      const code = normalizeLinkCode(event.kind === 'text' ? event.text : event.code);
      return code === undefined ? stay({ kind: 'code-shape' }) : prove(claim, { kind: 'code', code });
    }
    case 'ask-code':
      return stay({ kind: 'code-how' });
    case 'back':
      return go({ step: 'name', documentType, documentNumber, code: null });
    case 'type':
    case 'other':
      return stay({ kind: 'proof-expected' });
    default:
      return never(event);
  }
}

function typing(event: LinkingEvent): Stay {
  return event.kind === 'contact' ? { kind: 'no-contact-needed' } : { kind: 'text-expected' };
}

function go(state: LinkingState): LinkingOutcome {
  return { kind: 'go', state };
}

function stay(because: Stay): LinkingOutcome {
  return { kind: 'stay', because };
}

function prove(claim: Claim, proof: ProofGiven): LinkingOutcome {
  return { kind: 'prove', claim, proof };
}
