import { packCallback } from './callback-data.ts';
import type { ButtonStyle, InlineButton } from '../effects.ts';

interface Tap {
  args?: readonly string[];
  /** Of the dialog, for a button that belongs to a step. */
  version?: number;
  style?: ButtonStyle;
}

/** A button that leads to an action of a feature, `to` being `feature:action`. */
export function button(
  label: string,
  to: `${string}:${string}`,
  { args = [], version, style }: Tap = {},
): InlineButton {
  const [feature = '', action = ''] = to.split(':');
  const data = packCallback({ feature, action, args: [...args], ...(version === undefined ? {} : { version }) });
  return { text: label, data, ...(style === undefined ? {} : { style }) };
}
