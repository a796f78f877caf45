import { afterEach, expect, test } from 'vitest';
import { type Journey, startJourney } from './journey.ts';
import { labels, tapFor } from './ways.ts';

let journey: Journey;
afterEach(() => journey.close());

/** What the registry has in Chinese, and the two words by which each language is found from the other. */
const FROM_THE_REGISTRY = /二级|英语口译|示范人事考试中心（样张）|语言|简体中文|请选择语言。/g;

test('the whole way in English has not a word of Chinese but what the certificate says', async () => {
  journey = await startJourney();
  const person = journey.person(1006);
  const { documentNumber, name } = journey.knows(1006);
  await person.sendText('/start');
  await person.waitForText('Welcome');
  await tapFor(person, 'Link my certificates', 'step 1 of 4');
  await tapFor(person, 'Passport', 'step 2 of 4');
  await person.sendText('E1');
  await person.waitForText('does not look like');
  await person.sendText(documentNumber);
  await person.waitForText('step 3 of 4');
  await person.sendText(name);
  await person.waitForText('step 4 of 4');
  await person.shareContact();
  await person.waitForText('Service notice');
  while (!person.screen().includes('[ I agree ]')) {
    const before = person.lastMessage().text;
    await person.tap('Next ›');
    await person.waitFor(() => person.lastMessage().text !== before);
  }
  await tapFor(person, 'I agree', 'My certificates');
  await tapFor(person, /valid$/, 'Certificate details');
  await tapFor(person, 'Request an endorsement', 'check the details');
  await tapFor(person, 'Is something wrong?', 'If something is wrong');
  await tapFor(person, '‹ Back', 'check the details');
  await tapFor(person, /Details are right/, 'validity');
  await tapFor(person, 'Enter another last day', 'Please type the last day');
  await person.sendText('Dec 31, 2026');
  await person.waitForText('22 November 2026 to 31 December 2026, 40 days');
  await tapFor(person, 'Submit the request', 'Making your copy');
  await journey.work();
  expect((await person.waitForDocument()).caption).toContain('To verify');
  await journey.advance({ days: 32 });
  await person.waitForText('about to expire', { before: true });
  await tapFor(person, 'See this endorsement', '8 days left, today included');
  await tapFor(person, 'Revoke this endorsement', 'cannot be undone');
  await tapFor(person, 'Yes, revoke it', 'Revoked');
  for (const command of ['/help', '/faq', '/privacy', '/language', '/endorsements', '/cancel', 'what?']) {
    await person.sendText(command);
    await person.waitForText(/./);
  }
  const said = journey.sandbox.transcript().flatMap(({ message }) => {
    return message?.from === 'bot' ? [message.text ?? '', message.caption ?? '', ...labels(message)] : [];
  });
  const foreign = said.map((words) => words.replaceAll(FROM_THE_REGISTRY, ''));
  const chinese = foreign.filter((words) => /\p{Script=Han}/u.test(words));
  expect(chinese).toEqual([]);
});
