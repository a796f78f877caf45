/** @import { Context } from './context.js' */
import { createAnswering } from './answering.js';
import { createNavigation } from './navigation.js';
import { createSending } from './sending.js';
import { createSettings } from './settings.js';

/** @typedef {ReturnType<typeof createActions>} Actions */

/**
 * Everything a view can ask for.
 * @param {Context} context
 */
export function createActions(context) {
  const navigation = createNavigation(context);
  const answering = createAnswering(context, navigation.followDeepLink);
  return { ...navigation, ...answering, ...createSending(context), ...createSettings(context) };
}
