/** @import { Actions } from '../../actions/actions.js' */
/** @import { PageState } from '../../core/types.ts' */
/** @import { Translate, Word } from '../../core/i18n.js' */
import { longDay, timeOf } from '../../core/time.js';
import { button, h, refill, setText } from '../parts/dom.js';
import { now } from '../parts/now.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MAX_STEPS = 3650;
/** Past the end of the longest endorsement. */
const DEFAULT_DAYS = 90;

/** @type {{ word: Word, ms: number }[]} */
const STEPS = [
  { word: 'plusHour', ms: HOUR_MS },
  { word: 'plusDay', ms: DAY_MS },
  { word: 'plusWeek', ms: 7 * DAY_MS },
  { word: 'plusMonth', ms: 30 * DAY_MS },
];

/**
 * The sandbox's date and time, and the buttons that move it.
 * @param {Actions} actions
 */
export function createClockPanel(actions) {
  const day = h('p', { class: 'clock-day' });
  const time = h('p', { class: 'clock-time' });
  const zone = h('span', { class: 'clock-zone' });
  const controls = h('div', { class: 'clock-controls' });
  const title = h('h2', { class: 'card-kicker' });
  const help = h('p', { class: 'card-help' });
  const face = h('div', { class: 'clock-face' }, h('div', { class: 'clock-line' }, time, zone), day);
  const element = h('section', { class: 'card clock-card' }, title, face, controls, help);

  /**
   * @param {PageState} state
   * @param {Translate} t
   */
  const render = (state, t) => {
    const at = now(state);
    setText(title, t('clock'));
    setText(day, longDay(state.language, at));
    setText(time, timeOf(at));
    setText(zone, t('zone'));
    setText(help, t('clockHelp'));
    element.setAttribute('aria-label', t('clock'));
    refill(controls, state.language, () => [stepButtons(actions, t), customForm(actions, t)]);
  };
  return { element, render };
}

/**
 * @param {Actions} actions
 * @param {Translate} t
 */
function stepButtons(actions, t) {
  const buttons = STEPS.map(({ word, ms }) => {
    const step = button('clock-step', t(word));
    step.addEventListener('click', () => void actions.moveClock(ms));
    return step;
  });
  return h('div', { class: 'clock-steps' }, ...buttons);
}

/**
 * @param {Actions} actions
 * @param {Translate} t
 */
function customForm(actions, t) {
  const count = h('input', {
    class: 'field',
    attributes: {
      type: 'number',
      min: 1,
      max: MAX_STEPS,
      step: 1,
      value: DEFAULT_DAYS,
      required: true,
      'aria-label': t('customNumber'),
    },
  });
  const unit = h(
    'select',
    { class: 'field', attributes: { 'aria-label': t('unit') } },
    h('option', { attributes: { value: DAY_MS } }, t('days')),
    h('option', { attributes: { value: HOUR_MS } }, t('hours')),
  );
  const submit = h('button', { class: 'clock-step', attributes: { type: 'submit' } }, t('move'));
  const form = h('form', { class: 'clock-custom' }, count, unit, submit);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void actions.moveClock(count.valueAsNumber * Number(unit.value));
  });
  return form;
}
