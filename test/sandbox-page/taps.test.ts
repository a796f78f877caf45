import { expect, test } from 'vitest';
import { type Answer, createTaps } from '../../bot/sandbox/page/net/taps.js';

function answer(callback_id: string): Answer {
  return { type: 'callback_answer', bot: 'play_bot', person: 601, callback_id, text: callback_id, show_alert: false };
}

function taps() {
  const heard: string[] = [];
  return { heard, ...createTaps((key, { text }) => heard.push(`${key}: ${text}`)) };
}

test('an answer reaches the button that was tapped', () => {
  const { heard, started, answered } = taps();
  started('first', '1');
  started('second', '2');
  answered(answer('2'));
  expect(heard).toEqual(['second: 2']);
});

test('an answer that is faster than the number of its tap is not lost', () => {
  const { heard, started, answered } = taps();
  answered(answer('1'));
  expect(heard).toEqual([]);
  started('first', '1');
  expect(heard).toEqual(['first: 1']);
});

test('answers to taps of other pages are never shown, and few are kept', () => {
  const { heard, started, answered } = taps();
  for (let id = 0; id < 60; id++) answered(answer(String(id)));
  started('first', '0');
  started('last', '59');
  expect(heard).toEqual(['last: 59']);
});

test('an answer after the patience is over changes nothing', () => {
  const { heard, started, answered, forget } = taps();
  started('first', '1');
  expect(forget('first')).toBe(true);
  expect(forget('first')).toBe(false);
  answered(answer('1'));
  expect(heard).toEqual([]);
});
