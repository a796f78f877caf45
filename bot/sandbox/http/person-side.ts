import type { IncomingMessage, ServerResponse } from 'node:http';
import type { World as WorldView } from '../chat-api.ts';
import { blockAsPerson, sendAsPerson, tapAsPerson } from '../person/person-actions.ts';
import { PersonError } from '../person/person-error.ts';
import { chatView, findSeat, type Seat } from '../person/seat.ts';
import { groupView } from '../world/group.ts';
import type { World } from '../world/world.ts';
import { isOwnRequest } from './guard.ts';
import { readBody } from './body/read-body.ts';
import { readBlock, readClock, readFault, readOutgoing, readTap } from './person-requests.ts';
import { sendFile } from './send-file.ts';
import { sendJson } from './send-json.ts';

const MAX_BODY_BYTES = 30 * 1024 * 1024;
const HEARTBEAT_MS = 15_000;

export interface PersonSideOptions {
  world: World;
  host: string;
  /** Moves the clock and waits for whoever wants to know. */
  advance: (ms: number) => Promise<number>;
}

/** Answers the people: everything under `/sandbox/api/`, as chat-api.ts lays it down. */
export class PersonSide {
  readonly #options: PersonSideOptions;
  readonly #world: World;

  constructor(options: PersonSideOptions) {
    this.#options = options;
    this.#world = options.world;
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (!isOwnRequest(request, this.#options.host)) {
      return sendJson(response, 403, { error: 'only the chat page and local scripts may do this' });
    }
    try {
      const path = url.pathname.split('/').slice(3).map(decodeURIComponent);
      if (request.method === 'GET') this.#get(response, path, url);
      else if (request.method === 'POST') await this.#post(request, response, path, url);
      else sendJson(response, 405, { error: 'GET or POST' });
    } catch (error) {
      if (!(error instanceof PersonError)) throw error;
      sendJson(response, error.status, { error: error.message });
    }
  }

  #get(response: ServerResponse, [what, ...rest]: string[], url: URL): void {
    const world = this.#world;
    switch (what) {
      case 'world':
        return sendJson(response, 200, this.#view());
      case 'events':
        return this.#stream(response);
      case 'transcript':
        return sendJson(response, 200, { entries: world.transcript });
      case 'chats':
        return sendJson(response, 200, chatView(this.#seat(rest, url)));
      case 'files': {
        const file = world.files.any(rest[0] ?? '');
        if (!file) throw new PersonError(404, 'no such file');
        return sendFile(response, file);
      }
      default:
        throw new PersonError(404, 'no such address');
    }
  }

  async #post(request: IncomingMessage, response: ServerResponse, [what, ...rest]: string[], url: URL): Promise<void> {
    const body = await readJson(request);
    if (what === 'chats') return sendJson(response, 200, this.#act(this.#seat(rest, url), rest[2], body));
    if (what === 'clock') {
      return sendJson(response, 200, { now: await this.#options.advance(readClock(body)) });
    }
    if (what !== 'faults') throw new PersonError(404, 'no such address');
    this.#world.addFault(readFault(body));
    return sendJson(response, 200, {});
  }

  #act(seat: Seat, action: string | undefined, body: unknown): object {
    switch (action) {
      case 'send':
        return { message_id: sendAsPerson(seat, readOutgoing(body)).message_id };
      case 'tap': {
        const { message_id, data } = readTap(body);
        return { callback_id: tapAsPerson(seat, message_id, data) };
      }
      case 'block':
        blockAsPerson(seat, readBlock(body));
        return {};
      default:
        throw new PersonError(404, 'no such address');
    }
  }

  #seat([username = '', personId]: string[], url: URL): Seat {
    const group = url.searchParams.get('group');
    return findSeat(this.#world, username, Number(personId), group === null ? undefined : Number(group));
  }

  #view(): WorldView {
    const { clock, bots, people, groups } = this.#world;
    return {
      now: clock.now(),
      bots: bots.map((bot) => bot.view()),
      people: [...people.values()],
      groups: [...groups.values()].map(groupView),
    };
  }

  #stream(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': hello\n\n');
    const stop = this.#world.events.add((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
    response.once('close', () => {
      clearInterval(heartbeat);
      stop();
    });
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request, MAX_BODY_BYTES);
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new PersonError(400, 'the body is not JSON');
  }
}
