import { instant, type WallClock, Zone } from '../../engine/time/instant.ts';
import type { ChatMessage, TranscriptEntry } from './chat-api.ts';
import { buttonRow, messageText } from './chat-screen.ts';
import { displayWidth, wrapToWidth } from './display-width.ts';

export interface TranscriptStyle {
  /** Columns of the terminal; the chat takes at most 88 of them. */
  columns: number;
  /** Whether to use colour: on a terminal, not in a file. */
  colour: boolean;
  /** The zone whose clock stands beside the messages. */
  zone: string;
  /** What to call a bot, by username. */
  botName: (username: string) => string;
  /** What to call a person, by user id. */
  personName: (id: number) => string;
}

const MAX_COLUMNS = 88;
const COLOURS = { bot: '\u001B[36m', person: '\u001B[32m', faint: '\u001B[2m', button: '\u001B[33m' };
const RESET = '\u001B[0m';

type Colour = keyof typeof COLOURS;
type Side = 'bot' | 'person';

/**
 * Draws a conversation as a chat in a terminal, entry by entry: the bot on the left, people on the right. Returns a
 * function that gives the lines of the next entry; it remembers who spoke last and what day it was.
 */
export function createTranscriptRenderer(style: TranscriptStyle): (entry: TranscriptEntry) => string {
  const drawing = new Drawing(style);
  return (entry) => drawing.draw(entry);
}

class Drawing {
  readonly #style: TranscriptStyle;
  readonly #zone: Zone;
  readonly #columns: number;
  #lastDate = '';
  #lastSpeaker = '';

  constructor(style: TranscriptStyle) {
    this.#style = style;
    this.#zone = new Zone(style.zone);
    this.#columns = Math.max(Math.min(style.columns, MAX_COLUMNS), 40);
  }

  draw(entry: TranscriptEntry): string {
    const clock = this.#zone.wallClock(instant(entry.at));
    const side = sideOf(entry);
    const lines = [...this.#date(clock), ...this.#speaker(entry, side, clock), ...this.#body(entry, side)];
    return `${lines.join('\n')}\n`;
  }

  #date({ date }: WallClock): string[] {
    if (date === this.#lastDate) return [];
    this.#lastDate = date;
    this.#lastSpeaker = '';
    const label = ` ${date} `;
    const rule = '─'.repeat(Math.floor((this.#columns - label.length) / 2));
    return ['', this.#paint('faint', `${rule}${label}${rule}`)];
  }

  #speaker({ bot, person, what }: TranscriptEntry, side: Side, { hour, minute }: WallClock): string[] {
    if (what === 'delete') return [];
    const name = side === 'bot' ? this.#style.botName(bot) : this.#style.personName(person);
    const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    const speaker = `${side} ${name} ${time}`;
    if (speaker === this.#lastSpeaker) return [];
    this.#lastSpeaker = speaker;
    const width = displayWidth(name) + 1 + time.length;
    return ['', `${this.#indent(side, width + 2)}${this.#paint(side, name)} ${this.#paint('faint', time)}`];
  }

  #body(entry: TranscriptEntry, side: Side): string[] {
    switch (entry.what) {
      case 'message':
        return entry.message ? this.#message(entry.message, side) : [];
      case 'edit':
        return entry.message ? [...this.#note(side, '✎'), ...this.#message(entry.message, side)] : [];
      case 'delete':
        return this.#note(side, `✕ ${beginning(entry.message)}`);
      case 'tap':
        return this.#bubble(side, [`👆 ${entry.label ?? entry.data ?? ''}`], 'button');
      case 'callback_answer':
        return entry.text ? this.#note(side, `💬 ${entry.text}`) : [];
      default:
        return entry.what satisfies never;
    }
  }

  #message(message: ChatMessage, side: Side): string[] {
    const text = wrapToWidth(messageText(message), this.#bubbleWidth);
    const buttons = (message.inline_keyboard ?? []).flatMap((row) => wrapToWidth(buttonRow(row), this.#bubbleWidth));
    return [...this.#bubble(side, text), ...this.#bubble(side, buttons, 'button')];
  }

  #note(side: Side, text: string): string[] {
    return this.#bubble(side, wrapToWidth(text, this.#bubbleWidth), 'faint');
  }

  // A bar at the speaker's edge; a person's lines begin together, with the longest at the right edge.
  #bubble(side: Side, lines: string[], colour?: Colour): string[] {
    const width = Math.max(0, ...lines.map(displayWidth));
    const bar = this.#paint(side, '▌');
    return lines.map((line) => {
      const painted = colour ? this.#paint(colour, line) : line;
      if (side === 'bot') return `${bar} ${painted}`;
      return `${this.#indent(side, width + 2)}${painted}${' '.repeat(width - displayWidth(line))} ${bar}`;
    });
  }

  #indent(side: Side, width: number): string {
    return side === 'bot' ? '' : ' '.repeat(Math.max(this.#columns - width, 0));
  }

  get #bubbleWidth(): number {
    return Math.floor(this.#columns * 0.72);
  }

  #paint(colour: Colour, text: string): string {
    return this.#style.colour ? `${COLOURS[colour]}${text}${RESET}` : text;
  }
}

function sideOf({ what, message }: TranscriptEntry): Side {
  if (what === 'tap') return 'person';
  return message?.from ?? 'bot';
}

// Enough to know the message by: what bots delete is often what should not be read twice.
function beginning(message: ChatMessage | undefined): string {
  const [line = ''] = (message ? messageText(message) : '').split('\n');
  const characters = Array.from(line);
  return characters.length > 6 ? `${characters.slice(0, 4).join('')}…` : line;
}
