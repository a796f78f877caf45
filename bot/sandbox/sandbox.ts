import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Instant } from '../../engine/time/instant.ts';
import type { Fault, Person, TranscriptEntry } from './chat-api.ts';
import { BotSide, type LoggedRequest } from './http/bot-side.ts';
import { PersonSide } from './http/person-side.ts';
import { createSandboxServer } from './http/server.ts';
import { WebhookSender } from './bot-api/webhook-sender.ts';
import { localPerson } from './person/local-person.ts';
import type { MovableClock } from './movable-clock.ts';
import type { PersonClient } from './person-client.ts';
import type { BotOptions } from './world/bot-account.ts';
import type { GroupOptions } from './world/group.ts';
import { findSeat } from './person/seat.ts';
import { World } from './world/world.ts';

export interface SandboxOptions {
  clock: MovableClock;
  bots: BotOptions[];
  people: Person[];
  /** Group chats that some of the bots and people are in. */
  groups?: GroupOptions[];
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
  /** A person in their chat with a bot: the one they are meant to talk to, unless named; or in a group. */
  person(personId: number, botUsername?: string, groupId?: number): PersonClient;
  addPerson(person: Person): void;
  addGroup(group: GroupOptions): void;
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
  for (const group of options.groups ?? []) world.addGroup(group);
  const advance = async (ms: number): Promise<Instant> => {
    world.advance(ms);
    await options.onClockMoved?.(clock.now());
    return clock.now();
  };
  const botSide = new BotSide(world);
  const server = createSandboxServer(botSide, new PersonSide({ world, host, advance }));
  const address = await listen(server, port, host);
  const webhooks = world.bots.map((bot) => new WebhookSender(world, bot));
  const close = async (): Promise<void> => {
    for (const webhook of webhooks) webhook.close();
    await stop(server);
  };
  return { ...controls(world, botSide), url: urlOf(address), apiRoot: urlOf(address), advance, close };
}

function controls(world: World, botSide: BotSide): Omit<Sandbox, 'url' | 'apiRoot' | 'advance' | 'close'> {
  return {
    person: (personId, botUsername, groupId) => {
      const username = botUsername ?? world.people.get(personId)?.bot ?? '';
      return localPerson(findSeat(world, username, personId, groupId));
    },
    addPerson: (person) => void world.people.set(person.id, person),
    addGroup: (group) => void world.addGroup(group),
    fault: (fault) => world.addFault(fault),
    transcript: () => [...world.transcript],
    onTranscript: (listener) => world.transcriptEntries.add(listener),
    requests: () => [...botSide.requests],
  };
}

async function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  // Clients keep connections for as long as they like; one closed by us in the wrong moment would look like a fault.
  server.keepAliveTimeout = 0;
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('the sandbox listens on a TCP port');
  return address;
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

function urlOf({ address, port }: AddressInfo): string {
  const anyAddress = address === '0.0.0.0' || address === '::';
  const host = anyAddress ? '127.0.0.1' : address;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
