import { checkCharacter, randomCharacters, readCharacters } from './crockford.ts';
import type { Random } from './ports/random.ts';
import type { CivilDate } from './time/civil-date.ts';

const VERIFICATION_CODE = { random: 17, length: 18 };
/** How many characters of a verification code are shown together. */
export const VERIFICATION_CODE_GROUP = 4;
const EVERY_GROUP_BUT_THE_LAST = new RegExp(`.{${VERIFICATION_CODE_GROUP}}(?=.)`, 'g');
const LINK_CODE = { length: 10, group: 5 };
const INVITATION_CODE_LENGTH = 20;

/** An identifier for a row: 16 characters `[0-9a-z]`, 80 random bits. */
export function newId(random: Random): string {
  return randomCharacters(random, 16).toLowerCase();
}

/** What is printed on a copy and quoted to support: `JZ20261101-7K3M9Q`. Not secret, and only nearly unique. */
export function newEndorsementNumber(random: Random, day: CivilDate): string {
  return `JZ${day.replaceAll('-', '')}-${randomCharacters(random, 6)}`;
}

// Between other letters or digits it would be part of something else.
const NUMBER = /(?<![0-9A-Z])JZ-?(\d{8})-?([0-9A-Z]{6})(?![0-9A-Z])/;

/** The endorsement number in a text, however it was typed; undefined when there is none. */
export function readEndorsementNumber(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/\p{Dash_Punctuation}/gu, '-');
  const [, day = '', written = ''] = NUMBER.exec(plain) ?? NUMBER.exec(plain.replaceAll(/\s/g, '')) ?? [];
  const random = readCharacters(written);
  return random?.length === 6 ? `JZ${day}-${random}` : undefined;
}

/** What the QR code carries: 17 random characters (85 bits) and a check character. */
export function newVerificationCode(random: Random): string {
  const characters = randomCharacters(random, VERIFICATION_CODE.random);
  return characters + checkCharacter(characters);
}

/** A verification code as it is shown, easy to type: in groups. */
export function groupVerificationCode(code: string): string {
  return code.replaceAll(EVERY_GROUP_BUT_THE_LAST, '$& ');
}

/** The verification code that was typed or scanned, however it was grouped; undefined when it can't be one. */
export function checkVerificationCode(text: string): string | undefined {
  const code = readCharacters(text);
  if (code?.length !== VERIFICATION_CODE.length) return undefined;
  const checked = code.slice(0, VERIFICATION_CODE.random);
  return code === checked + checkCharacter(checked) ? code : undefined;
}

/** A one-time code as it is shown, `XXXXX-XXXXX`: 50 random bits. */
export function newLinkCode(random: Random): string {
  const characters = randomCharacters(random, LINK_CODE.length);
  return `${characters.slice(0, LINK_CODE.group)}-${characters.slice(LINK_CODE.group)}`;
}

/** The ten characters of a one-time code that was typed; undefined when it can't be one. */
export function normalizeLinkCode(text: string): string | undefined {
  const code = readCharacters(text);
  return code?.length === LINK_CODE.length ? code : undefined;
}

/** What a deep link that invites to the staff carries: 100 random bits. */
export function newInvitationCode(random: Random): string {
  return randomCharacters(random, INVITATION_CODE_LENGTH);
}

/** The invitation code in a deep link; undefined when it can't be one. */
export function readInvitationCode(text: string): string | undefined {
  const code = readCharacters(text);
  return code?.length === INVITATION_CODE_LENGTH ? code : undefined;
}
