import { z } from 'zod';

/** Where a password or token is: a file, or a name in the environment or `.env`. Never the secret itself. */
export type SecretPlace = { file: string } | { env: string };

/** A key as the settings describe it. Files are relative to the settings' folder. */
export type KeySettings =
  | { kind: 'pkcs12'; pkcs12: string; password: SecretPlace }
  | { kind: 'pem'; key: string; chain: string; password?: SecretPlace | undefined }
  | { kind: 'remote'; remote: RemoteSettings; chain: string };

interface RemoteSettings {
  url: string;
  credential: string;
  token: SecretPlace;
  authority?: string | undefined;
  timeoutSeconds: number;
}

export interface IssuerSettings {
  /** Newest first. */
  keys: readonly KeySettings[];
  /** Certificate files: roots that chains lack, and those of keys that are there no more. */
  roots: readonly string[];
  /** Files with lists of revoked certificates, beside what their authorities answer. */
  revocationLists: readonly string[];
  seal?: string | undefined;
}

/** By the issuer's id in the catalogue. */
export type AllSettings = Readonly<Record<string, IssuerSettings>>;

/** One mistake: where, as `ministry.keys[0].password`, and what is wrong. */
export interface SettingsMistake {
  path: string;
  problem: string;
}

const text = z.string().trim().min(1, 'must not be empty');
const secret = z
  .strictObject({ file: text.optional(), env: z.string().regex(/^\w+$/, 'must be the name of a variable').optional() })
  .transform(({ env, file }, context): SecretPlace => {
    if (file !== undefined && env === undefined) return { file };
    if (env !== undefined && file === undefined) return { env };
    context.addIssue({ code: 'custom', message: 'must say one of "file" and "env"' });
    return z.NEVER;
  });

const remote = z.strictObject({
  url: z.string().refine(isSafe, 'must begin with https://, or with http:// on this machine, and hold no password'),
  credential: text,
  token: secret,
  authority: text.optional(),
  timeoutSeconds: z.number().min(1).max(60).default(10),
});

/** By the member that tells the kinds apart. */
const KEYS = {
  pkcs12: z.strictObject({ pkcs12: text, password: secret }),
  pem: z.strictObject({ key: text, chain: text, password: secret.optional() }),
  remote: z.strictObject({ remote, chain: text }),
};

const key = z.looseObject({}).transform((value, context): KeySettings => {
  const settings = keyOf(value);
  if (settings.success) return settings.data;
  for (const { message, path } of settings.issues) context.addIssue({ code: 'custom', path: [...path], message });
  return z.NEVER;
});

const FILE = z.strictObject({
  issuers: z.record(
    z.string(),
    z.strictObject({
      keys: z.array(key).min(1, 'must have at least one key'),
      roots: z.array(text).default([]),
      revocationLists: z.array(text).default([]),
      seal: text.optional(),
    }),
  ),
});

/** Reads a parsed `issuers.json`; what is wrong is named all at once. */
export function parseIssuerSettings(json: unknown): { settings: AllSettings; mistakes: SettingsMistake[] } {
  const parsed = FILE.safeParse(json);
  if (parsed.success) return { settings: parsed.data.issuers, mistakes: [] };
  const mistakes = parsed.error.issues.map(({ message, path }) => ({ path: z.core.toDotPath(path), problem: message }));
  return { settings: {}, mistakes };
}

type ReadKey =
  | { success: true; data: KeySettings }
  | { success: false; issues: readonly Pick<z.core.$ZodIssue, 'message' | 'path'>[] };

function keyOf(value: object): ReadKey {
  if ('pkcs12' in value) return withKind('pkcs12', KEYS.pkcs12.safeParse(value));
  if ('key' in value) return withKind('pem', KEYS.pem.safeParse(value));
  if ('remote' in value) return withKind('remote', KEYS.remote.safeParse(value));
  return { success: false, issues: [{ path: [], message: 'must have one of "pkcs12", "key" and "remote"' }] };
}

function withKind<Kind extends string, T extends object>(
  kind: Kind,
  parsed: z.ZodSafeParseResult<T>,
): { success: true; data: T & { kind: Kind } } | { success: false; issues: readonly z.core.$ZodIssue[] } {
  return parsed.success
    ? { success: true, data: { ...parsed.data, kind } }
    : { success: false, issues: parsed.error.issues };
}

// A token in the open would let anyone on the way sign.
function isSafe(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, password, protocol, username } = new URL(url);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname));
}
