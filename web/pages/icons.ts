import { html } from './html.ts';

/** What a verdict is at a glance. Each has a word, a colour and a shape of its own, so that no one of them is needed. */
export type Tone = 'good' | 'over' | 'bad' | 'unsure';

const STROKE = html`fill="none" stroke="currentColor" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"`;

const SHAPES: Readonly<Record<Tone, ReturnType<typeof html>>> = {
  // A tick in a circle.
  good: html`<circle cx="32" cy="32" r="28" class="shape" /><path ${STROKE} d="m19 33 9 9 17-19" />`,
  // An hourglass in a square.
  over: html`<rect x="5" y="5" width="54" height="54" rx="9" class="shape" />
    <path ${STROKE} d="M21 17h22M21 47h22M24 17c0 9 16 13 16 30M40 17c0 9-16 13-16 30" />`,
  // A cross in an octagon.
  bad: html`<path d="M20.4 4h23.2L60 20.4v23.2L43.6 60H20.4L4 43.6V20.4z" class="shape" />
    <path ${STROKE} d="m23 23 18 18M41 23 23 41" />`,
  // An exclamation mark in a triangle.
  unsure: html`<path
      d="M32 5a5 5 0 0 1 4.4 2.6l23 43A5 5 0 0 1 55 58H9a5 5 0 0 1-4.4-7.4l23-43A5 5 0 0 1 32 5z"
      class="shape"
    />
    <path ${STROKE} d="M32 24v15M32 48.5v.1" />`,
};

export function toneIcon(tone: Tone) {
  return html`<svg class="tone" viewBox="0 0 64 64" width="64" height="64" aria-hidden="true" focusable="false">
    ${SHAPES[tone]}
  </svg>`;
}

/** An endorsed page under a magnifying glass: nobody's arms, nobody's seal. */
export const EMBLEM = html`<svg
  class="emblem"
  viewBox="0 0 40 40"
  width="40"
  height="40"
  aria-hidden="true"
  focusable="false"
>
  <path d="M8 3h17l8 8v26H8z" />
  <path d="M25 3v8h8" />
  <path d="M13 16h10M13 21h7" />
  <circle class="glass" cx="25" cy="26" r="7" />
  <path class="glass" d="m30.2 31.2 6 6" />
  <path d="m22 26 2.3 2.3L28.5 24" />
</svg>`;
