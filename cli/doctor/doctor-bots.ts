import type { WebhookInfo } from 'grammy/types';
import type { Config } from '../../config.ts';
import type { WebhookAddress } from '../../bot/telegram/update/webhook-feed.ts';
import { webhookAddresses } from '../../service/web/webhook-addresses.ts';
import { askingApi } from '../start/asking-api.ts';
import { startFault, type TokenSetting } from '../start/start-fault.ts';
import type { Finding } from './doctor-checks.ts';

interface AskedBot {
  /** As a sentence calls it. */
  name: string;
  setting: TokenSetting;
  token: string;
  /** Where Telegram is to bring its updates; undefined when they are asked for. */
  webhook: WebhookAddress | undefined;
}

/** Whether Telegram knows the bots' tokens, and brings their updates to where it should. */
export async function checkBots(config: Config): Promise<Finding[]> {
  const { holderBotToken, staffBotToken } = config;
  const { holder, staff } = webhookAddresses(config);
  if (holderBotToken === null)
    return [{ kind: 'note', text: 'HOLDER_BOT_TOKEN is not set: npm start starts the sandbox' }];
  const setting = 'HOLDER_BOT_TOKEN';
  const findings = await checkBot(config, { name: 'the holder bot', setting, token: holderBotToken, webhook: holder });
  if (staffBotToken === null)
    return [...findings, { kind: 'note', text: 'STAFF_BOT_TOKEN is not set: staff have no bot' }];
  const staffBot = { name: 'the staff bot', setting: 'STAFF_BOT_TOKEN', token: staffBotToken, webhook: staff } as const;
  return [...findings, ...(await checkBot(config, staffBot))];
}

async function checkBot(config: Config, { name, setting, token, webhook }: AskedBot): Promise<Finding[]> {
  const { telegramApiRoot } = config;
  try {
    const api = askingApi(token, telegramApiRoot);
    const { username } = await api.getMe();
    const known: Finding = { kind: 'good', text: `${name} is @${username}, reached at ${telegramApiRoot}` };
    return [known, ...webhookFindings(name, await api.getWebhookInfo(), webhook)];
  } catch (error) {
    return [{ kind: 'bad', text: startFault(error, config, setting).message }];
  }
}

/** What Telegram has been told, beside what it should be. It tells nobody the secret. */
function webhookFindings(name: string, set: WebhookInfo, wanted: WebhookAddress | undefined): Finding[] {
  const { url = '' } = set;
  if (!wanted) {
    const text = `Telegram brings what is for ${name} to ${url}: npm start ends that and asks for it, as WEBHOOK is 0`;
    return url === '' ? [] : [{ kind: 'soon', text }];
  }
  if (url === '') {
    return [{ kind: 'note', text: `npm start has Telegram bring what is for ${name} to ${wanted.url}` }];
  }
  if (url !== wanted.url) {
    const text = `Telegram brings what is for ${name} to ${url}: npm start has it bring it to ${wanted.url}`;
    return [{ kind: 'soon', text }];
  }
  return [delivery(name, set, wanted)];
}

function delivery(name: string, set: WebhookInfo, { url }: WebhookAddress): Finding {
  const { last_error_date: failed, last_error_message: reason, pending_update_count: waiting } = set;
  if (failed === undefined) return { kind: 'good', text: `Telegram brings what is for ${name} to ${url}` };
  const text = `Telegram could not bring what is for ${name} to ${url} at ${new Date(failed * 1000).toISOString()}: ${reason}`;
  // Telegram tells of the last time, however long ago and whatever came through since.
  return waiting > 0
    ? { kind: 'bad', text: `${text}; ${waiting} wait` }
    : { kind: 'note', text: `${text}; nothing waits` };
}
