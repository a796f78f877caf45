const SAFE = new Set(['http:', 'https:', 'mailto:', 'tel:', 'tg:']);

/**
 * A link as it may stand in an `href`, or null: `javascript:` and `data:` never get there.
 * @param {string} url with or without a scheme; `example.com` reads as https
 * @returns {string | null}
 */
export function safeHref(url) {
  const whole = /^[a-z][a-z\d+.-]*:/i.test(url) && !/^[\w.-]+:\d+/.test(url) ? url : `https://${url}`;
  if (!URL.canParse(whole)) return null;
  const parsed = new URL(whole);
  return SAFE.has(parsed.protocol) ? parsed.href : null;
}

/**
 * The bot and start code that a deep link leads to: `https://t.me/NAME?start=CODE` or
 * `tg://resolve?domain=NAME&start=CODE`; null for any other link.
 * @param {string} href
 * @returns {{ bot: string, start: string | null } | null}
 */
export function parseDeepLink(href) {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  const start = url.searchParams.get('start');
  if (url.protocol === 'tg:') {
    const domain = url.searchParams.get('domain');
    return domain ? { bot: domain, start } : null;
  }
  if (!['t.me', 'telegram.me'].includes(url.hostname)) return null;
  const name = /^\/(\w+)\/?$/.exec(url.pathname)?.[1];
  return name ? { bot: name, start } : null;
}

/**
 * What the page's own address asks for: `?start=CODE&bot=NAME&person=ID`, each part optional. A group's chat
 * has the group's negative id.
 * @param {string} search
 * @returns {{ bot: string | null, person: number | null, start: string | null }}
 */
export function parseQuery(search) {
  const query = new URLSearchParams(search);
  const person = Number(query.get('person'));
  return {
    bot: query.get('bot'),
    person: Number.isSafeInteger(person) && person !== 0 ? person : null,
    start: query.get('start'),
  };
}
