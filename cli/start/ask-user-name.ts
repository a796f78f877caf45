import { Bot } from 'grammy';

const PATIENCE_SECONDS = 10;

/**
 * The user name of a bot, without @. Asks once, where grammY would go on asking: rejects with its error when nobody
 * is there, or nobody who knows the token.
 */
export async function askUserName(token: string, apiRoot: string): Promise<string> {
  const { api } = new Bot(token, { client: { apiRoot, timeoutSeconds: PATIENCE_SECONDS } });
  const { username } = await api.getMe();
  return username;
}
