import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LinkingEvent, reduceLinking } from '../../../bot/holder/linking/reduce.ts';
import { type LinkingState, readLinking } from '../../../bot/holder/linking/state.ts';
import { DOCUMENT_TYPES } from '../../../engine/registry/holder.ts';
import { instant } from '../../../engine/time/instant.ts';

const CARD = 'resident-identity-card';
const NUMBER = '11010519491231002X';
const start: LinkingState = { step: 'type', code: null };
const proof: LinkingState = { step: 'proof', documentType: CARD, documentNumber: NUMBER, name: '周丽华' };

function walk(state: LinkingState, ...events: LinkingEvent[]): LinkingState {
  return events.reduce((at, event) => {
    const outcome = reduceLinking(at, event);
    return outcome.kind === 'go' ? outcome.state : at;
  }, state);
}

test('type, number and name lead to the proof', () => {
  const events: LinkingEvent[] = [
    { kind: 'type', documentType: CARD },
    { kind: 'text', text: ' 110105 19491231 002x ' },
    { kind: 'text', text: '周 丽华' },
  ];
  expect(walk(start, ...events)).toEqual(proof);
});

test('a code that was brought along is the proof as soon as the name is there', () => {
  const named = reduceLinking(
    { step: 'name', documentType: CARD, documentNumber: NUMBER, code: 'ABCDE23456' },
    { kind: 'text', text: '周丽华' },
  );
  expect(named).toMatchObject({ kind: 'prove', proof: { kind: 'code', code: 'ABCDE23456' } });
});

test('only an own contact with a phone number is a proof', () => {
  const share = (phone: string, own: boolean) => reduceLinking(proof, { kind: 'contact', phone, own });
  expect(share('+86 138 0000 0004', true)).toMatchObject({
    kind: 'prove',
    proof: { kind: 'contact', phone: '8613800000004' },
  });
  expect(share('8613800000004', false)).toMatchObject({ kind: 'stay', because: { kind: 'contact-not-own' } });
  expect(share('no phone', true)).toMatchObject({ kind: 'stay' });
});

test.each(['12345', '李' + '一'.repeat(60), '<b>', '☎☎'])('“%s” is not taken for a name', (text) => {
  const state: LinkingState = { step: 'name', documentType: CARD, documentNumber: NUMBER, code: null };
  expect(reduceLinking(state, { kind: 'text', text })).toEqual({ kind: 'stay', because: { kind: 'name-fault' } });
});

test.each(['阿卜杜热合曼·买买提吐尔逊·艾力江', '尉迟䶮𬍛', 'CHAN Tai Man', "O'Neill-Smith, Jr."])(
  '“%s” is taken for a name',
  (text) => {
    const state: LinkingState = { step: 'name', documentType: CARD, documentNumber: NUMBER, code: null };
    expect(reduceLinking(state, { kind: 'text', text }).kind).toBe('go');
  },
);

const events: fc.Arbitrary<LinkingEvent> = fc.oneof(
  fc.constantFrom(...DOCUMENT_TYPES).map((documentType) => ({ kind: 'type' as const, documentType })),
  fc.constantFrom('back' as const, 'ask-code' as const, 'other' as const).map((kind) => ({ kind })),
  fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom(NUMBER, '周丽华', 'E00000001', 'ABCDE-23456'),
    )
    .map((text) => ({ kind: 'text' as const, text })),
  fc.record({ kind: fc.constant('contact' as const), phone: fc.string({ maxLength: 15 }), own: fc.boolean() }),
  fc.constant({ kind: 'code' as const, code: 'ABCDE23456' }),
);

test('whatever comes, the state can be kept and read back, and a proof is tried only with a whole claim', () => {
  fc.assert(
    fc.property(fc.array(events, { maxLength: 30 }), (all) => {
      let state: LinkingState = { ...start, code: null };
      for (const event of all) {
        const outcome = reduceLinking(state, event);
        const whole = outcome.kind !== 'prove' || Object.values(outcome.claim).every((part) => part !== '');
        expect(whole).toBe(true);
        if (outcome.kind === 'go') state = outcome.state;
        const dialog = { flow: 'linking', step: state.step, data: { ...state, shownIn: 7 }, version: 1 };
        expect(readLinking({ ...dialog, expiresAt: instant(0) })).toEqual(state);
      }
    }),
  );
});

test('back always leads towards the first step', () => {
  const back: LinkingEvent = { kind: 'back' };
  expect(walk(proof, back, back, back)).toEqual(start);
});
