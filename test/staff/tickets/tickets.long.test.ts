import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../../bot/sandbox/chat-api.ts';
import type { PersonClient } from '../../../bot/sandbox/person-client.ts';
import { holder, tapFor } from '../../journeys/ways.ts';
import { type PlayedMember, startStaffJourney, type StaffJourney } from '../staff-journey.ts';

let journey: StaffJourney;
beforeEach(async () => {
  journey = await startStaffJourney();
});
afterEach(() => journey.close());

/** Everything that is to be sent, and what follows from its arrival. */
async function settle(): Promise<void> {
  await journey.work();
  await journey.work();
}

/** Waits until somebody's chat shows it, however busy the machine is. */
async function sees(person: PersonClient, words: string): Promise<void> {
  const screen = async () => {
    await settle();
    return person.screen();
  };
  await expect.poll(screen, { timeout: 10_000 }).toContain(words);
}

/** Opens a ticket and gives its name. */
async function ask(person: PersonClient, question: string): Promise<string> {
  await person.sendText('/support');
  await person.waitForText('请直接输入您的问题');
  await person.sendText(question);
  const opened = await person.waitForText('已转给客服');
  await settle();
  return /K-\d+/.exec(opened.text ?? '')?.[0] ?? '';
}

const fromBot = (person: PersonClient): ChatMessage[] => person.chat().messages.filter(({ from }) => from === 'bot');

async function postOf(person: PersonClient, words: string): Promise<ChatMessage> {
  await settle();
  return person.waitFor(
    () => fromBot(person).findLast(({ text, caption }) => (text ?? caption ?? '').includes(words)),
    {
      what: words,
    },
  );
}

describe('without a staff group', () => {
  test('a holder asks, a member answers by replying, and the holder goes on by just replying', async () => {
    const agent = await journey.member('agent');
    const person = await holder(journey, 1001);
    const ticket = await ask(person, '文件打不开怎么办？');
    const post = await postOf(agent.client, '文件打不开');
    expect(post.text).toContain(ticket);
    expect(post.text).not.toContain(journey.knows(1001).name);
    await agent.client.replyTo(post.message_id, '请换用其他软件打开。');
    await sees(person, '请换用其他软件打开');
    const answer = await person.waitForText('客服回复', { before: true });
    expect(answer.text).toContain('您的问题：文件打不开怎么办？');
    expect(answer.text).not.toContain(agent.member.name);
    expect((await postOf(agent.client, '已送达')).text).toContain(ticket);
    await person.replyTo(answer.message_id, '好了，谢谢！');
    await person.waitForText('已转给客服');
    expect((await postOf(agent.client, '好了，谢谢')).text).toContain(ticket);
  });

  test('somebody who is linked with nobody may ask, too', async () => {
    const agent = await journey.member('agent', 'en');
    const person = journey.person(1002);
    await person.sendText('/start');
    await person.waitForText('您好');
    await tapFor(person, '💬 联系客服', '请直接输入您的问题');
    await person.sendText('手机丢了，怎么绑定？');
    await person.waitForText('已转给客服');
    expect((await postOf(agent.client, '手机丢了')).text).toContain('not linked');
  });

  test('of two who claim at once one has it, and the other is told who', async () => {
    const [li, wang] = [await journey.member('agent'), await journey.member('agent')];
    await ask(await holder(journey, 1001), '问题一');
    await postOf(li.client, '问题一');
    await postOf(wang.client, '问题一');
    await Promise.all([li.client.tap('认领'), wang.client.tap('认领')]);
    const words = [(await li.client.callbackAnswer()).text, (await wang.client.callbackAnswer()).text];
    const winner = words[0] === '已由您处理' ? li : wang;
    expect(words.filter((word) => word === '已由您处理')).toHaveLength(1);
    expect(words.join()).toContain(`由 ${winner.member.name} 处理`);
    const loser = winner === li ? wang : li;
    const post = await postOf(loser.client, '问题一');
    await loser.client.replyTo(post.message_id, '我也来回答');
    await loser.client.waitForText('没有发给持证人员');
    await tapFor(loser.client, '由我接手', '已由您处理');
    const card = await postOf(loser.client, '直接回复这条消息');
    await loser.client.replyTo(card.message_id, '我来回答');
    await sees(journey.person(1001), '我来回答');
    expect(journey.person(1001).screen()).not.toContain('我也来回答');
  });

  test('an identity number is masked on its way, and gone from the chat', async () => {
    const agent = await journey.member('agent');
    const person = await holder(journey, 1001);
    await person.sendText('/support');
    await person.waitForText('请直接输入您的问题');
    await person.sendText('我的号码是 11010519491231002X，请查');
    await person.waitForText('已隐去中间几位');
    expect(person.screen()).not.toContain('11010519491231002X');
    const post = await postOf(agent.client, '我的号码是');
    expect(post.text).toContain('110105********002X');
  });

  test('who blocks the bot gets no answer, and the member learns that', async () => {
    const agent = await journey.member('agent');
    const person = await holder(journey, 1001);
    await ask(person, '问题');
    const post = await postOf(agent.client, '问题');
    await person.block();
    await agent.client.replyTo(post.message_id, '答复');
    await sees(agent.client, '对方已停用机器人');
  });

  test('what is typed long after an answer is offered to the staff, and sent only then', async () => {
    const agent = await journey.member('agent');
    const person = await holder(journey, 1001);
    await ask(person, '问题');
    const post = await postOf(agent.client, '问题');
    await agent.client.replyTo(post.message_id, '答复');
    await sees(person, '答复');
    await journey.advance({ hours: 3 });
    await person.sendText('还有一点');
    await person.waitForText('要把刚才的内容发给客服吗');
    await settle();
    expect(agent.client.screen()).not.toContain('还有一点');
    await person.sendText('就是这样');
    await person.waitForText('要把刚才的内容发给客服吗');
    await tapFor(person, /发给客服/, '已转给客服');
    expect((await postOf(agent.client, '还有一点')).text).toContain('就是这样');
  });

  test('notes stay among the staff, files are refused, and a closed ticket asks to be opened again', async () => {
    const agent = await journey.member('agent');
    const person = await holder(journey, 1001);
    await ask(person, '问题');
    const post = await postOf(agent.client, '问题');
    await agent.client.replyTo(post.message_id, '//先查一下');
    await agent.client.waitForText('内部备注');
    await tapFor(agent.client, '结束', '已结束');
    await sees(person, '已结束');
    await agent.client.replyTo(post.message_id, '补充');
    await agent.client.waitForText('没有发给持证人员');
    await tapFor(agent.client, '重新打开', '已重新打开');
    await agent.client.replyTo(post.message_id, '补充说明');
    await sees(person, '补充说明');
    expect(person.screen()).not.toContain('先查一下');
  });

  test('a picture reaches the staff by its bytes', async () => {
    const agent = await journey.member('agent');
    const person = await holder(journey, 1001);
    await ask(person, '请看图');
    const bytes = Buffer.from('%PDF-1.4 a page');
    await person.sendDocument({ file_name: '截图.pdf', mime_type: 'application/pdf', bytes, caption: '第一页' });
    await person.waitForText('已转给客服');
    const post = await postOf(agent.client, '第一页');
    expect(post.document?.file_name).toBe('attachment.pdf');
    expect(Buffer.from(await agent.client.download(post))).toEqual(bytes);
  });

  test('a canned answer is written by a supervisor and sent in the holder’s language', async () => {
    const supervisor = await journey.member('supervisor');
    const { client } = supervisor;
    await client.sendText('/canned');
    await client.waitForText('还没有常用回复');
    await tapFor(client, '添加', '请输入标题');
    await client.sendText('换号');
    await client.waitForText('请输入中文回复');
    await client.sendText('请联系我们索取绑定码。');
    await client.waitForText('请输入英文回复');
    await client.sendText('Please ask us for a link code.');
    await client.waitForText('已保存');
    const person = await holder(journey, 1001);
    await ask(person, '手机换了');
    await postOf(client, '手机换了');
    await tapFor(client, '常用回复', '选择常用回复');
    await tapFor(client, '换号', '将发给持证人员');
    await client.tap('发送');
    await sees(person, '请联系我们索取绑定码');
  });

  test('erasing the account ends its tickets and tells whoever works on them', async () => {
    const agent = await journey.member('agent');
    const person = await holder(journey, 1001);
    await ask(person, '问题');
    const post = await postOf(agent.client, '问题');
    await person.sendText('/privacy');
    await person.waitForText('我的数据与隐私');
    await tapFor(person, '删除我的数据', '确认删除');
    await tapFor(person, '确认删除', '已删除');
    await sees(agent.client, '持证人员已删除其数据');
    await agent.client.replyTo(post.message_id, '还在吗');
    await agent.client.waitForText('没有发给持证人员');
  });
});

describe('in a staff group', () => {
  async function withGroup(topics: boolean) {
    const admin = await journey.member('admin');
    const agent = await journey.member('agent');
    const group = await journey.group([admin, agent], { topics });
    return { admin, agent, seat: (member: PlayedMember) => group.of(member) };
  }

  test('with topics each ticket has one, and what is written there answers', async () => {
    const { agent, seat } = await withGroup(true);
    const person = await holder(journey, 1001);
    const ticket = await ask(person, '话题里的问题');
    const post = await postOf(seat(agent), '话题里的问题');
    expect(post.thread_id).toBeDefined();
    await seat(agent).sendText('在话题里答复', { thread_id: post.thread_id! });
    await sees(person, '在话题里答复');
    const receipt = await postOf(seat(agent), '已送达');
    expect(receipt).toMatchObject({ thread_id: post.thread_id });
    const names = () => journey.sandbox.requests().filter(({ method }) => method === 'editForumTopic');
    await expect.poll(() => names().length).toBeGreaterThan(0);
    expect(JSON.stringify(names())).toContain(ticket);
    await tapFor(seat(agent), '结束', '已结束');
    await expect.poll(() => journey.sandbox.requests().some(({ method }) => method === 'closeForumTopic')).toBe(true);
  });

  test('without topics a reply answers, and what is just said there does not', async () => {
    const { agent, admin, seat } = await withGroup(false);
    const person = await holder(journey, 1001);
    await ask(person, '群里的问题');
    const post = await postOf(seat(agent), '群里的问题');
    await seat(admin).sendText('大家怎么看？');
    await seat(agent).replyTo(post.message_id, '群里的答复');
    await sees(person, '群里的答复');
    expect(person.screen()).not.toContain('大家怎么看');
    await person.sendText('再问一句');
    await person.waitForText('已转给客服');
    await postOf(seat(agent), '再问一句');
  });
});
