import type { Chat, Fault, Person, SandboxEvent, TranscriptEntry, World } from './chat-api.ts';
import { ChatMirror } from './person/chat-mirror.ts';
import { PersonClient } from './person-client.ts';
import { readEventStream } from './person/read-event-stream.ts';
import { Listeners } from './world/listeners.ts';

/** A sandbox that runs in another process, over HTTP. */
export interface RemoteSandbox {
  /** A person in their chat with a bot: the one they are meant to talk to, unless named; or in a group. */
  person(personId: number, botUsername?: string, groupId?: number): Promise<PersonClient>;
  /** Resolves with the new time, in epoch milliseconds, once the sandbox's owner has done what is due by then. */
  advance(ms: number): Promise<number>;
  fault(fault: Fault): Promise<void>;
  transcript(): Promise<TranscriptEntry[]>;
  close(): void;
}

/** The sandbox refused, with its reason. */
class SandboxRefusal extends Error {
  override readonly name = 'SandboxRefusal';
}

/** Connects to the sandbox at `url` (`http://127.0.0.1:<port>`). Rejects when there is none. */
export async function connectSandbox(url: string): Promise<RemoteSandbox> {
  const http = new SandboxHttp(url);
  const events = new Listeners<SandboxEvent>();
  const closing = new AbortController();
  await listen(http, events, closing.signal);
  return {
    person: (personId, botUsername, groupId) => remotePerson(http, events, personId, botUsername, groupId),
    advance: async (ms) => (await http.post<{ now: number }>('clock', { advance_ms: ms })).now,
    fault: async (fault) => void (await http.post('faults', fault)),
    transcript: async () => (await http.get<{ entries: TranscriptEntry[] }>('transcript')).entries,
    close: () => closing.abort(),
  };
}

async function listen(http: SandboxHttp, events: Listeners<SandboxEvent>, signal: AbortSignal): Promise<void> {
  const { body } = await http.open('events', signal);
  if (!body) throw new SandboxRefusal('no stream of events');
  const pump = async (): Promise<void> => {
    for await (const event of readEventStream(body)) events.tell(event);
  };
  // The stream ends with either side; whoever still waits for something then runs out of patience and says so.
  pump().catch(() => {});
}

async function remotePerson(
  http: SandboxHttp,
  events: Listeners<SandboxEvent>,
  personId: number,
  botUsername?: string,
  groupId?: number,
): Promise<PersonClient> {
  const person = await findPerson(http, personId);
  const bot = botUsername ?? person.bot;
  const address = (action: string): string => {
    const path = `chats/${encodeURIComponent(bot)}/${personId}${action}`;
    return groupId === undefined ? path : `${path}?group=${groupId}`;
  };
  const chatId = groupId ?? personId;
  const isHere = (event: SandboxEvent): boolean => 'person' in event && event.person === chatId && event.bot === bot;
  const early: SandboxEvent[] = [];
  const stops = [events.add((event) => void (isHere(event) && early.push(event)))];
  const mirror = new ChatMirror(await http.get<Chat>(address('')));
  for (const event of early) mirror.apply(event);
  stops.push(events.add((event) => isHere(event) && mirror.apply(event)));
  return new PersonClient(person, {
    chat: () => mirror.chat(),
    send: async (outgoing) => {
      const { message_id } = await http.post<{ message_id: number }>(address('/send'), outgoing);
      await mirror.seen(message_id);
      return message_id;
    },
    tap: async (message_id, data) =>
      (await http.post<{ callback_id: string }>(address('/tap'), { message_id, data })).callback_id,
    block: async (blocked) => {
      await http.post(address('/block'), { blocked });
      mirror.block(blocked);
    },
    download: async (fileId) => (await http.open(`files/${encodeURIComponent(fileId)}`)).bytes(),
    onEvent: (listener) => void stops.push(events.add((event) => isHere(event) && listener(event))),
    close: () => {
      for (const stop of stops) stop();
    },
  });
}

async function findPerson(http: SandboxHttp, personId: number): Promise<Person> {
  const { people } = await http.get<World>('world');
  const person = people.find(({ id }) => id === personId);
  if (!person) throw new SandboxRefusal(`there is no person ${personId}`);
  return person;
}

class SandboxHttp {
  readonly #root: string;

  constructor(url: string) {
    this.#root = `${url}/sandbox/api`;
  }

  async open(path: string, signal?: AbortSignal): Promise<Response> {
    return checked(await fetch(`${this.#root}/${path}`, signal ? { signal } : {}));
  }

  async get<T>(path: string): Promise<T> {
    return (await (await this.open(path)).json()) as T;
  }

  async post<T>(path: string, body: object): Promise<T> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${this.#root}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await (await checked(response)).json()) as T;
  }
}

async function checked(response: Response): Promise<Response> {
  if (response.ok) return response;
  throw new SandboxRefusal(`${response.status}: ${await response.text()}`);
}
