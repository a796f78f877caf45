import { askingApi } from './asking-api.ts';

/** The user name of a bot, without @. Rejects with grammY's error when nobody is there, or nobody who knows the token. */
export async function askUserName(token: string, apiRoot: string): Promise<string> {
  const { username } = await askingApi(token, apiRoot).getMe();
  return username;
}
