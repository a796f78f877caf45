import type { HolderDeps } from '../turn.ts';

/**
 * Whether an address is one that our QR codes have: that of the verification page, or a link into this chat. Copies that
 * were made before the operator had a page have the latter, whatever is configured now.
 */
export function isOwnAddress(
  { username, verifyUrl }: Pick<HolderDeps, 'username' | 'verifyUrl'>,
  { address, code }: { address: string | null; code: string },
): boolean {
  if (address === null || !URL.canParse(address)) return false;
  const given = new URL(address);
  const own = [verifyUrl(code), `https://t.me/${username}?start=v-${code}`, `tg://resolve?domain=${username}`];
  return own.some((url) => placeOf(new URL(url)) === placeOf(given));
}

/** Where our QR codes lead: without a page of the operator's they open the chat. */
export function placeOfVerifying({ verifyUrl }: Pick<HolderDeps, 'verifyUrl'>): 'chat' | 'page' {
  return new URL(verifyUrl('')).host === 't.me' ? 'chat' : 'page';
}

// What leads to a place, but for how the code in it was typed. `http` leads to `https` where we are.
function placeOf({ host, pathname, protocol, searchParams }: URL): string {
  const place = protocol === 'tg:' ? `${host}?domain=${searchParams.get('domain') ?? ''}` : `${host}${pathname}`;
  return place.replace(/\/v\/[^/]*\/?$/i, '/v/').toLowerCase();
}
