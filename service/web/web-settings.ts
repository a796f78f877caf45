import { isIP, isIPv6 } from 'node:net';
import { z } from 'zod';

/** Where the service can be reached, and who is believed. */
export interface WebSettings {
  /** Whether the verification page is served in real use; the sandbox always has one. */
  served: boolean;
  host: string;
  port: number;
  /** Addresses and networks of reverse proxies. */
  trustedProxies: readonly string[];
  /** Whether Telegram brings updates, instead of being asked for them. */
  webhook: boolean;
  /** Where `/readyz` and `/metrics` are; null when nowhere. */
  operations: { host: string; port: number } | null;
}

const PORT_RULE = 'must be a whole number from 0 to 65535';
const PORT = z
  .string()
  .regex(/^\d{1,5}$/, PORT_RULE)
  .transform(Number)
  .refine((port) => port <= 65_535, PORT_RULE);
const ADDRESS_RULE = 'must be an IP address to listen at, such as 127.0.0.1 or 0.0.0.0';
const HOST = z.string().refine((host) => isIP(host) !== 0, ADDRESS_RULE);

/** The settings of the environment that are about it. */
export const WEB_ENV = {
  WEB_HOST: HOST.default('127.0.0.1'),
  WEB_PORT: PORT.optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((one) => one !== ''))
    .refine(
      (proxies) => proxies.every(isNetwork),
      'must be IP addresses or networks such as 10.0.0.0/8, with commas between',
    )
    .default([]),
  WEBHOOK: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  OPERATIONS_HOST: HOST.default('127.0.0.1'),
  OPERATIONS_PORT: z.union([z.literal('none').transform(() => null), PORT], `${PORT_RULE}, or none`).default(9464),
};
type WebEnv = z.infer<z.ZodObject<typeof WEB_ENV>>;

const USUAL_PORT = 8081;

export function webSettings(env: WebEnv, publicUrl: string | undefined): WebSettings {
  const { OPERATIONS_HOST: host, OPERATIONS_PORT: port } = env;
  return {
    served: publicUrl !== undefined || env.WEB_PORT !== undefined || env.WEBHOOK === '1',
    host: env.WEB_HOST,
    port: env.WEB_PORT ?? USUAL_PORT,
    trustedProxies: env.TRUSTED_PROXIES,
    webhook: env.WEBHOOK === '1',
    operations: port === null ? null : { host, port },
  };
}

/** What doesn't go together, a sentence each; also while single settings are mistaken. */
export function webMistakes(env: Readonly<Record<string, string | undefined>>): string[] {
  const mistakes: string[] = [];
  const publicUrl = env['PUBLIC_URL'] ?? '';
  if (env['WEBHOOK'] === '1' && !URL.canParse(publicUrl)) {
    mistakes.push('WEBHOOK needs PUBLIC_URL, the address at which Telegram reaches this service.');
  } else if (env['WEBHOOK'] === '1' && env['TELEGRAM_API_ROOT'] === undefined && !isForTelegram(publicUrl)) {
    mistakes.push(
      'WEBHOOK needs a PUBLIC_URL with https:// at port 443, 80, 88 or 8443: Telegram brings updates to no other.',
    );
  }
  if (URL.canParse(publicUrl) && new URL(publicUrl).pathname !== '/') {
    mistakes.push('PUBLIC_URL must not have a path: the page is at the root of its host.');
  }
  return mistakes;
}

/** Telegram's own servers bring updates to no other port; a server of one's own does. */
const TELEGRAM_PORTS = new Set(['', '80', '88', '443', '8443']);

function isForTelegram(publicUrl: string): boolean {
  return publicUrl.startsWith('https://') && TELEGRAM_PORTS.has(new URL(publicUrl).port);
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  if (isIP(address) === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIPv6(address) ? 128 : 32));
}
