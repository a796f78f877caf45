import { expect, test } from 'vitest';
import { QUESTIONS } from '../../../bot/holder/faq/faq.ts';
import { publishProfile } from '../../../bot/holder/profile/publish-profile.ts';
import { COMMANDS, ROUTES } from '../../../bot/holder/routes.ts';
import { plain } from '../../../bot/telegram/text/locale.ts';
import { LANGUAGES } from '../../../engine/ports/language.ts';

/** Remembers what is set, as Telegram does, and counts how often. */
function profileApi() {
  const kept = new Map<string, unknown>();
  let writes = 0;
  const key = (what: string, where?: { language_code?: string }) => `${what}/${where?.language_code ?? ''}`;
  const set = (what: string, value: unknown, where?: object) => {
    writes += 1;
    kept.set(key(what, where), value);
    return Promise.resolve(true as const);
  };
  const get = <T>(what: string, empty: T, where?: object) =>
    Promise.resolve((kept.get(key(what, where)) ?? empty) as T);
  return {
    kept,
    writes: () => writes,
    api: {
      getMyCommands: (where?: object) => get('commands', [], where),
      setMyCommands: (value: unknown, where?: object) => set('commands', value, where),
      getMyDescription: (where?: object) => get('description', { description: '' }, where),
      setMyDescription: (description?: string, where?: object) => set('description', { description }, where),
      getMyShortDescription: (where?: object) => get('short', { short_description: '' }, where),
      setMyShortDescription: (short_description?: string, where?: object) => set('short', { short_description }, where),
    },
  };
}

test('commands and descriptions are set in each language, and only when they differ', async () => {
  const { api, kept, writes } = profileApi();
  await publishProfile(api);
  expect(writes()).toBe(6);
  expect(kept.get('commands/en')).toContainEqual({ command: 'privacy', description: 'My data and privacy' });
  expect(kept.get('commands/')).toContainEqual({ command: 'privacy', description: '我的数据与隐私' });
  await publishProfile(api);
  expect(writes()).toBe(6);
});

test.each(LANGUAGES)('what people see of the bot is no longer than Telegram allows (%s)', (language) => {
  expect(plain(language, 'profile-description').length).toBeLessThanOrEqual(512);
  expect(plain(language, 'profile-short-description').length).toBeLessThanOrEqual(120);
});

test.each(LANGUAGES)('a question fits its button (%s)', (language) => {
  for (const question of QUESTIONS) expect(plain(language, `faq-${question}`).length).toBeLessThanOrEqual(46);
});

test('every command has a route', () => {
  for (const route of Object.values(COMMANDS)) expect(Object.keys(ROUTES)).toContain(route);
});
