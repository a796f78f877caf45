import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { mergePolicy } from './engine/policy/parse-policy.ts';
import type { Policy } from './engine/policy/policy.ts';
import { WEB_ENV, webMistakes, type WebSettings, webSettings } from './service/web/web-settings.ts';
import { TRUST_ENV, trustMistakes, type TrustSettings, trustSettings } from './service/trust/trust-settings.ts';

/** What the operator settled, checked and complete. Paths are absolute. */
export interface Config {
  holderBotToken: string | null;
  staffBotToken: string | null;
  telegramApiRoot: string;
  databaseUrl: string;
  dataKeyFile: string;
  issuerDir: string;
  catalogueFile: string;
  noticeDir: string;
  /** Font files for characters that the shipped faces lack, in the order in which they are tried. */
  fonts: readonly string[];
  /** How many threads make copies. */
  documentThreads: number;
  varDir: string;
  port: number;
  /** Without a trailing slash; null when the operator has no verification page on the net. */
  publicUrl: string | null;
  /** The page's server, webhooks, and what operators' tools ask. */
  web: WebSettings;
  logLevel: LogLevel;
  /** Time stamps and validation data. */
  trust: TrustSettings;
  /** What a name of the environment or `.env` holds: passwords that other files refer to by name. */
  secret: (name: string) => string | undefined;
  policy: Policy;
}

const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

export type Env = Readonly<Record<string, string | undefined>>;

/** Everything that is wrong with the configuration, a sentence each. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
  readonly mistakes: readonly string[];
  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'));
    this.mistakes = mistakes;
  }
}

/** What parseConfig reads besides the environment. */
export interface ConfigFiles {
  /** The policy file's text, when POLICY_FILE names one; an unreadable file is a mistake. */
  policy: { path: string; text: string } | { path: string; error: string } | null;
}

/** The process's environment over the `.env` file in `dir`; an empty value counts as not set. */
export function readEnv(processEnv: Env, dir: string): Env {
  const file = path.join(dir, '.env');
  const fromFile: Env = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return Object.fromEntries(
    Object.entries({ ...fromFile, ...processEnv }).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}

export function readConfigFiles(env: Env, dir: string): ConfigFiles {
  const name = env['POLICY_FILE'];
  if (name === undefined) return { policy: null };
  const file = path.resolve(dir, name);
  try {
    return { policy: { path: file, text: readFileSync(file, 'utf8') } };
  } catch (error) {
    return { policy: { path: file, error: error instanceof Error ? error.message : String(error) } };
  }
}

const TOKEN = z
  .string()
  .regex(/^\d{3,}:[\w-]{20,}$/, 'is not a bot token as @BotFather gives it (digits, a colon, letters)');
const URL_ROOT = z
  .string()
  .refine(isHttpUrl, 'must be an address that begins with http:// or https://')
  .transform(asLinked);

const ENV = z.object({
  HOLDER_BOT_TOKEN: TOKEN.optional(),
  STAFF_BOT_TOKEN: TOKEN.optional(),
  TELEGRAM_API_ROOT: URL_ROOT.default('https://api.telegram.org'),
  DATABASE_URL: z
    .string()
    .refine((url) => !/^(?!sqlite:)[a-z]+:\/\//i.test(url), 'must be sqlite:PATH or the path of a SQLite file')
    .default('sqlite:var/jiazhu.db'),
  DATA_KEY_FILE: z.string().default('var/data.key'),
  ISSUER_DIR: z.string().default('var/issuer'),
  CATALOGUE_FILE: z.string().default('data/catalogue.json'),
  NOTICE_DIR: z.string().default('data/notice'),
  FONTS: z.string().default(''),
  DOCUMENT_THREADS: z
    .string()
    .regex(/^(?:[1-9]|1[0-6])$/, 'must be a whole number from 1 to 16')
    .transform(Number)
    .default(1),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a whole number from 0 to 65535')
    .default(8080),
  PUBLIC_URL: URL_ROOT.optional(),
  ...WEB_ENV,
  ...TRUST_ENV,
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

/** Pure. Throws ConfigFault with every mistake at once. */
export function parseConfig(env: Env, files: ConfigFiles, dir: string): Config {
  const parsed = ENV.safeParse(env);
  const policy = readPolicy(files);
  const mistakes = [
    ...envMistakes(parsed, env),
    ...policy.mistakes,
    ...webMistakes(env),
    ...trustMistakes(env, policy.policy),
  ];
  if (!parsed.success || mistakes.length > 0) throw new ConfigFault(mistakes);
  const values = parsed.data;
  const absolute = (file: string): string => path.resolve(dir, file);
  return Object.freeze({
    holderBotToken: values.HOLDER_BOT_TOKEN ?? null,
    staffBotToken: values.STAFF_BOT_TOKEN ?? null,
    telegramApiRoot: values.TELEGRAM_API_ROOT,
    databaseUrl: `sqlite:${absolute(values.DATABASE_URL.replace(/^sqlite:(\/\/(?=\/))?/, ''))}`,
    dataKeyFile: absolute(values.DATA_KEY_FILE),
    issuerDir: absolute(values.ISSUER_DIR),
    catalogueFile: absolute(values.CATALOGUE_FILE),
    noticeDir: absolute(values.NOTICE_DIR),
    fonts: pathList(values.FONTS).map(absolute),
    documentThreads: values.DOCUMENT_THREADS,
    varDir: absolute('var'),
    port: values.PORT,
    publicUrl: values.PUBLIC_URL ?? null,
    web: webSettings(values, values.PUBLIC_URL),
    logLevel: values.LOG_LEVEL,
    trust: trustSettings(values, absolute),
    secret: (name: string) => env[name],
    policy: policy.policy,
  });
}

function envMistakes(parsed: ReturnType<typeof ENV.safeParse>, env: Env): string[] {
  const mistakes = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`);
  if (env['HOLDER_BOT_TOKEN'] !== undefined && env['HOLDER_BOT_TOKEN'] === env['STAFF_BOT_TOKEN']) {
    mistakes.push('HOLDER_BOT_TOKEN and STAFF_BOT_TOKEN are the same; the two bots need a token each.');
  }
  return mistakes;
}

function readPolicy({ policy }: ConfigFiles): { policy: Policy; mistakes: string[] } {
  if (policy === null) return mergePolicy({});
  if ('error' in policy) {
    return { ...mergePolicy({}), mistakes: [`POLICY_FILE cannot be read: ${policy.error}.`] };
  }
  let json: unknown;
  try {
    json = JSON.parse(policy.text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...mergePolicy({}), mistakes: [`The policy file ${policy.path} is not valid JSON: ${reason}.`] };
  }
  const merged = mergePolicy(json);
  return { ...merged, mistakes: merged.mistakes.map((mistake) => `Policy file ${policy.path}: ${mistake}`) };
}

// As in PATH: a colon between them, on Windows a semicolon.
function pathList(text: string): string[] {
  return text.split(path.delimiter).flatMap((file) => (file.trim() === '' ? [] : [file.trim()]));
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

// Host names beyond ASCII have a form that every reader of links and QR codes knows (RFC 3492).
function asLinked(url: string): string {
  return new URL(url).href.replace(/\/+$/, '');
}
