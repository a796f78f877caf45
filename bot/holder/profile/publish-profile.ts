import type { Api } from 'grammy';
import type { Language } from '../../../engine/ports/language.ts';
import { plain } from '../../telegram/text/locale.ts';

const COMMANDS = [
  'start',
  'certificates',
  'endorsements',
  'verify',
  'faq',
  'support',
  'help',
  'language',
  'privacy',
  'cancel',
] as const;

/** Chinese for everybody, English for those whose messenger is in English. */
const AUDIENCES: readonly { code: '' | 'en'; language: Language }[] = [
  { code: '', language: 'zh-CN' },
  { code: 'en', language: 'en' },
];

type ProfileApi = Pick<
  Api,
  | 'getMyCommands'
  | 'setMyCommands'
  | 'getMyDescription'
  | 'setMyDescription'
  | 'getMyShortDescription'
  | 'setMyShortDescription'
>;

/** Sets commands, description and short description in each language, where they differ from what is set. */
export async function publishProfile(api: ProfileApi): Promise<void> {
  for (const { code, language } of AUDIENCES) {
    await publishCommands(api, code, language);
    await publishDescriptions(api, code, language);
  }
}

async function publishCommands(api: ProfileApi, code: '' | 'en', language: Language): Promise<void> {
  const wanted = COMMANDS.map((command) => ({ command, description: plain(language, `command-${command}`) }));
  const where = { scope: { type: 'all_private_chats' }, ...languageCode(code) } as const;
  const now = await api.getMyCommands(where);
  const same =
    now.length === wanted.length &&
    wanted.every(({ command, description }, index) => {
      return now[index]?.command === command && now[index].description === description;
    });
  if (!same) await api.setMyCommands(wanted, where);
}

async function publishDescriptions(api: ProfileApi, code: '' | 'en', language: Language): Promise<void> {
  const where = languageCode(code);
  const description = plain(language, 'profile-description');
  if ((await api.getMyDescription(where)).description !== description) await api.setMyDescription(description, where);
  const short = plain(language, 'profile-short-description');
  const { short_description: now } = await api.getMyShortDescription(where);
  if (now !== short) await api.setMyShortDescription(short, where);
}

function languageCode(code: '' | 'en'): { language_code?: 'en' } {
  return code === '' ? {} : { language_code: code };
}
