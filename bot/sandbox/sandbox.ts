import type { AddressInfo } from 'node:net';
import type { Instant } from '../../engine/time/instant.ts';
import type { Fault, Person, TranscriptEntry } from './chat-api.ts';
import { BotSide, type LoggedRequest } from './http/bot-side.ts';
import { PersonSide } from './http/person-side.ts';
import { createSandboxServer } from './http/server.ts';
import { localPerson } from './local-person.ts';
import type { MovableClock } from './movable-clock.ts';
import type { PersonClient } from './person-client.ts';
import type { BotOptions } from './world/bot-account.ts';
import { World } from './world/world.ts';

export interface SandboxOptions {
  clock: MovableClock;
  bots: BotOptions[];
  people: Person[];
  /** 0 or nothing: any free port. */
  port?: number;
  host?: string;
  /** Called after the clock was moved, before whoever moved it gets an answer. */
  onClockMoved?: (now: Instant) => void | Promise<void>;
}

/** A running local Bot API with a chat page. */
export interface Sandbox {
  /** Where the chat page is: `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** What a bot client is given as its API root. */
  readonly apiRoot: string;
  /** A person in their chat with a bot: the one they are meant to talk to, unless named. */
  person(personId: number, botUsername?: string): PersonClient;
  addPerson(person: Person): void;
  /** Spoils coming calls of a bot. */
  fault(fault: Fault): void;
  /** Moves the clock, tells the chat page, and waits for `onClockMoved`. */
  advance(ms: number): Promise<Instant>;
  /** Everything that happened in the chats so far. */
  transcript(): TranscriptEntry[];
  /** Calls back at each new entry; returns a function that ends it. */
  onTranscript(listener: (entry: TranscriptEntry) => void): () => void;
  /** The last 10 000 calls that bots made, but `getUpdates`. */
  requests(): LoggedRequest[];
  close(): Promise<void>;
}

/** Starts the sandbox. Rejects with the error of node:net (`EADDRINUSE`, …) when it can't listen. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { clock, host = '127.0.0.1', port = 0 } = options;
  const world = new World(clock);
  for (const bot of options.bots) world.addBot(bot);
  for (const person of options.people) world.people.set(person.id, person);
  const advance = async (ms: number): Promise<Instant> => {
    world.advance(ms);
    await options.onClockMoved?.(clock.now());
    return clock.now();
  };
  const botSide = new BotSide(world);
  const server = createSandboxServer(
    botSide,
    new PersonSide({ world, host, advance: async (ms) => void (await advance(ms)) }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const url = urlOf(server.address() as AddressInfo);
  return {
    url,
    apiRoot: url,
    advance,
    person: (personId, botUsername) => findPerson(world, personId, botUsername),
    addPerson: (person) => void world.people.set(person.id, person),
    fault: (fault) => world.faults.add(fault),
    transcript: () => [...world.transcript],
    onTranscript: (listener) => world.transcriptEntries.add(listener),
    requests: () => [...botSide.requests],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function findPerson(world: World, personId: number, botUsername?: string): PersonClient {
  const person = world.people.get(personId);
  if (!person) throw new RangeError(`the sandbox has no person ${personId}`);
  const bot = world.bot(botUsername ?? person.bot);
  if (!bot) throw new RangeError(`the sandbox has no bot @${botUsername ?? person.bot}`);
  return localPerson(world, bot, person);
}

function urlOf({ address, port }: AddressInfo): string {
  const anyAddress = address === '0.0.0.0' || address === '::';
  const host = anyAddress ? '127.0.0.1' : address;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
