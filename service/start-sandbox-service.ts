import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Person } from '../bot/sandbox/chat-api.ts';
import type { MovableClock } from '../bot/sandbox/movable-clock.ts';
import { type Sandbox, startSandbox } from '../bot/sandbox/sandbox.ts';
import type { Config } from '../config.ts';
import type { RecentErrors } from '../bot/telegram/log/recent-errors.ts';
import { STAFF_ROLES } from '../engine/staff/permissions.ts';
import { makeLinkCode } from '../engine/linking/make-link-code.ts';
import type { CopyMaker } from '../engine/ports/copy-maker.ts';
import type { Random } from '../engine/ports/random.ts';
import { importRegistry } from '../engine/registry/import/import-registry.ts';
import { type Prepared, prepare } from './documents/prepare.ts';
import { joinDemonstrationStaff, openStaffChats, SANDBOX_STAFF_BOT } from './demonstration-staff.ts';
import { serviceFacts } from './service-facts.ts';
import { createService, type Service } from './service.ts';
import { openForReading } from './open-database.ts';
import { type Listening, startWeb } from './web/start-web.ts';
import { NO_TRUST_SERVICES } from './trust/trust-settings.ts';

const DEMO_DIR = path.join(path.dirname(import.meta.dirname), 'data', 'demo');

/** The bot that demonstration holders talk to. */
export const SANDBOX_BOT = {
  token: '1000000001:sandbox-token-of-the-holder-bot-demo',
  username: 'jiazhu_bot',
  name: '加注 Jiazhu',
};

/** There is nobody to be gentle with here, and a newcomer should see how quick it is. */
const PACING = { betweenCallsMs: 5, betweenInChatMs: 20, betweenInGroupMs: 20 };

export interface SandboxServiceOptions {
  config: Config;
  /** Where the database and keys of this sandbox are; begun anew each time. */
  dir: string;
  port: number;
  /** Of the verification page; any that is free when left out. */
  webPort?: number;
  clock: MovableClock;
  random: Random;
  logger: Logger;
  /** What the logger was told, for staff to see. */
  errors?: RecentErrors;
  /** Puts something else in the place of the document maker. */
  maker?: (prepared: Prepared) => CopyMaker;
}

export interface SandboxService {
  sandbox: Sandbox;
  service: Service;
  prepared: Prepared;
  /** The verification page, to which QR codes lead here. */
  web: Listening;
  close(): Promise<void>;
}

/** The whole service against a local Bot API, with the demonstration registry: nothing else is needed. */
export async function startSandboxService(options: SandboxServiceOptions): Promise<SandboxService> {
  const { clock, port } = options;
  const started: { service?: Service } = {};
  const onClockMoved = (): Promise<void> | undefined => started.service?.catchUp();
  // Before any place is emptied: when the port is in use, that may be by a sandbox that works on them.
  const sandbox = await startSandbox({ clock, bots: [SANDBOX_BOT, SANDBOX_STAFF_BOT], people: [], port, onClockMoved });
  try {
    const { prepared, service, web } = await startService(options, sandbox);
    started.service = service;
    const close = async (): Promise<void> => {
      await service.stop();
      await web.close();
      await sandbox.close();
      await prepared.close();
    };
    return { sandbox, service, prepared, web, close };
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

async function startService(options: SandboxServiceOptions, sandbox: Sandbox) {
  const { clock, random, logger } = options;
  const config = await emptyPlaces(options);
  const prepared = await prepare(config, clock);
  await seed(prepared, options);
  const people = await demonstrationPeople(prepared, options);
  for (const person of people) sandbox.addPerson(person);
  const members = people.flatMap(({ role, ...person }) => (role === undefined ? [] : [{ ...person, role }]));
  await joinDemonstrationStaff({ sandbox, clock, random, policy: config.policy, storage: prepared.storage }, members);
  const web = await servePage(config, prepared, options);
  const service = createService({
    ...prepared,
    maker: options.maker?.(prepared) ?? prepared.maker,
    clock,
    random,
    logger,
    policy: config.policy,
    token: SANDBOX_BOT.token,
    staffToken: SANDBOX_STAFF_BOT.token,
    facts: serviceFacts({ clock, databaseUrl: config.databaseUrl, errors: options.errors }),
    apiRoot: sandbox.apiRoot,
    verifyUrl: (code) => `${web.url}/v/${code}`,
    pacing: PACING,
  });
  await service.start((err) => logger.error({ err }, 'the bot stopped'));
  await openStaffChats(sandbox, members);
  return { service, prepared, web };
}

async function servePage(config: Config, prepared: Prepared, options: SandboxServiceOptions): Promise<Listening> {
  const reading = await openForReading(config);
  const settings = { host: '127.0.0.1', port: options.webPort ?? 0, trustedProxies: [] };
  const { policy } = config;
  const web = await startWeb({ ...options, prepared, reading, policy, settings, publicUrl: null });
  return { url: web.url, close: () => web.close().then(() => reading.close()) };
}

async function emptyPlaces({ config, dir }: SandboxServiceOptions): Promise<Config> {
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
  return {
    ...config,
    databaseUrl: `sqlite:${path.join(dir, 'jiazhu.db')}`,
    dataKeyFile: path.join(dir, 'data.key'),
    issuerDir: path.join(dir, 'issuer'),
    trust: NO_TRUST_SERVICES,
    policy: { ...config.policy, signature: { ...config.policy.signature, level: 'B-B' } },
  };
}

async function seed({ storage, catalogue, maker, zone }: Prepared, { clock, random }: SandboxServiceOptions) {
  const bytes = await readFile(path.join(DEMO_DIR, 'registry.csv'));
  const missingCharacters = (text: string): string[] => maker.missingCharacters(text);
  const deps = { storage, catalogue, random, zone, missingCharacters };
  const imported = await importRegistry(deps, { now: clock.now(), bytes, dryRun: false });
  if (!imported.ok) throw new Error(`data/demo/registry.csv is refused: ${JSON.stringify(imported.refusal)}`);
}

const PEOPLE = z.array(
  z.looseObject({
    id: z.int(),
    first_name: z.string(),
    last_name: z.string().optional(),
    language_code: z.string(),
    phone_number: z.string(),
    bot: z.string(),
    about: z.string().optional(),
    hints: z.array(z.object({ label: z.string(), value: z.string() })).optional(),
    /** A certificate of theirs, when they need a one-time code because their phone is another. */
    code_for: z.string().optional(),
    /** Of a member of staff. */
    role: z.enum(STAFF_ROLES).optional(),
  }),
);

async function demonstrationPeople(prepared: Prepared, options: SandboxServiceOptions): Promise<Person[]> {
  const people = PEOPLE.parse(JSON.parse(await readFile(path.join(DEMO_DIR, 'people.json'), 'utf8')));
  const shown: Person[] = [];
  for (const { code_for: managementNumber, ...person } of people) {
    const code = managementNumber === undefined ? undefined : await makeCode(managementNumber, prepared, options);
    const hints = [...(person.hints ?? []), ...(code === undefined ? [] : [{ label: '绑定码', value: code }])];
    shown.push({ ...person, hints } as Person);
  }
  return shown;
}

function makeCode(
  managementNumber: string,
  { storage }: Prepared,
  { clock, random, config: { policy } }: SandboxServiceOptions,
): Promise<string | undefined> {
  return storage.transact(async (tx) => {
    const [certificate] = await tx.certificates.findByManagementNumbers([managementNumber]);
    const holder = certificate && (await tx.holders.get(certificate.holderId));
    if (!holder) return undefined;
    const made = await makeLinkCode(tx, { policy, random }, { now: clock.now(), ...holder });
    return made.ok ? made.value.code : undefined;
  });
}
