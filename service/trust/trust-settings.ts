import { z } from 'zod';
import type { Policy } from '../../engine/policy/policy.ts';

/** Whom to ask about certificates. */
export interface RevocationSettings {
  ocsp: boolean;
  lists: boolean;
}

/** Which services raise signatures above level B-B. */
export interface TrustSettings {
  /** Addresses of time-stamping authorities, tried in order; without any, signatures are at level B-B. */
  timestampUrls: readonly string[];
  /** A PEM file of the roots of present and past authorities; null when there are none. */
  timestampRootsFile: string | null;
  /** The policy that authorities must follow, as dotted numbers. */
  timestampPolicy: string | null;
  revocation: RevocationSettings;
}

/** For the sandbox, whose clock goes its own ways. */
export const NO_TRUST_SERVICES: TrustSettings = {
  timestampUrls: [],
  timestampRootsFile: null,
  timestampPolicy: null,
  revocation: { ocsp: false, lists: false },
};

const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');
const isHttp = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** The settings of the environment that are about it. */
export const TRUST_ENV = {
  TSA_URL: z
    .string()
    .transform(words)
    .refine((urls) => urls.every(isHttp), 'must be addresses that begin with http:// or https://, with spaces between')
    .default([]),
  TSA_ROOTS: z.string().optional(),
  TSA_POLICY: z
    .string()
    .regex(/^[0-2](\.(0|[1-9]\d*)){1,20}$/, 'must be numbers with dots between, such as 1.3.6.1.4.1.4146.2.3')
    .optional(),
  REVOCATION: z.enum(['ocsp,crl', 'ocsp', 'crl', 'none'], 'must be one of ocsp,crl ocsp crl none').default('ocsp,crl'),
};
type TrustEnv = z.infer<z.ZodObject<typeof TRUST_ENV>>;

/** `absolute` makes a path one. */
export function trustSettings(env: TrustEnv, absolute: (file: string) => string): TrustSettings {
  return {
    timestampUrls: env.TSA_URL,
    timestampRootsFile: env.TSA_ROOTS === undefined ? null : absolute(env.TSA_ROOTS),
    timestampPolicy: env.TSA_POLICY ?? null,
    revocation: { ocsp: env.REVOCATION.includes('ocsp'), lists: env.REVOCATION.includes('crl') },
  };
}

/** What doesn't go together, a sentence each; also while single settings are mistaken. */
export function trustMistakes(
  env: Readonly<Record<string, string | undefined>>,
  { signature: { level } }: Policy,
): string[] {
  const { REVOCATION: revocation, TSA_ROOTS: roots, TSA_URL: urls } = env;
  const stamped = level === 'B-T' || level === 'B-LT';
  const mistakes: readonly [boolean, string][] = [
    [
      urls !== undefined && roots === undefined,
      'TSA_URL needs TSA_ROOTS, a file with the certificates that a time stamp’s chain must end in.',
    ],
    [stamped && urls === undefined, `signature.level is ${level}, which needs TSA_URL.`],
    [level === 'B-LT' && revocation === 'none', 'signature.level is B-LT, which needs a REVOCATION other than none.'],
  ];
  return mistakes.flatMap(([holds, sentence]) => (holds ? [sentence] : []));
}
