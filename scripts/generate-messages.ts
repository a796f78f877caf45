/**
 * Writes locales/messages.ts: the type of every message's variables, from the texts of all languages.
 * `node scripts/generate-messages.ts`, after each change of a message's name or variables.
 */
import { writeFileSync } from 'node:fs';
import {
  parse,
  Visitor,
  type BaseNode,
  type Entry,
  type FunctionReference,
  type Message,
  type SelectExpression,
} from '@fluent/syntax';
import { LANGUAGES } from '../engine/ports/language.ts';
import { readCatalogue } from '../locales/read-catalogue.ts';

type VariableType = 'string' | 'number';

/** What the code must know of one message. */
interface MessageShape {
  /** By name. */
  variables: Map<string, VariableType>;
  /** Whether the text holds markup or an entity, so that it is fit for HTML only. */
  markup: boolean;
}

const PLURALS = new Set(['zero', 'one', 'two', 'few', 'many']);
const WIDTH = 120;
const LOCALES = new URL('../locales/', import.meta.url);

/** Thrown for a text that Fluent can't read, or that uses what our catalogue does without. */
export class MessageSourceError extends Error {
  readonly code = 'message-source';
}

/** The shapes of all messages of one language, by id. */
export function messageShapes(source: string): Map<string, MessageShape> {
  const shapes = new Map<string, MessageShape>();
  for (const entry of parse(source, { withSpans: true }).body) {
    const message = messageOf(entry, source);
    if (!message) continue;
    if (shapes.has(message.id.name)) throw new MessageSourceError(`${message.id.name} is there twice`);
    shapes.set(message.id.name, shapeOf(message));
  }
  return shapes;
}

function messageOf(entry: Entry, source: string): Message | undefined {
  switch (entry.type) {
    case 'Junk':
      throw new MessageSourceError(`line ${lineAt(source, entry.span?.start ?? 0)}: ${entry.annotations[0]?.message}`);
    case 'Term':
      throw new MessageSourceError(`-${entry.id.name}: terms are not used here`);
    case 'Message':
      if (entry.value && entry.attributes.length === 0) return entry;
      throw new MessageSourceError(`${entry.id.name}: a message is one text without attributes`);
    default:
      return undefined;
  }
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

function shapeOf(message: Message): MessageShape {
  const reader = new ShapeReader(message.id.name);
  reader.visit(message);
  return reader;
}

class ShapeReader extends Visitor implements MessageShape {
  readonly variables = new Map<string, VariableType>();
  markup = false;
  readonly #id: string;

  constructor(id: string) {
    super();
    this.#id = id;
  }

  override visitTextElement(node: BaseNode & { value: string }): void {
    if (/[<&]/.test(node.value)) this.markup = true;
  }

  override visitVariableReference(node: BaseNode & { id: { name: string } }): void {
    if (!this.variables.has(node.id.name)) this.variables.set(node.id.name, 'string');
  }

  override visitFunctionReference(node: FunctionReference): void {
    if (node.id.name !== 'NUMBER') throw new MessageSourceError(`${node.id.name}(): only NUMBER() is used here`);
    for (const argument of node.arguments.positional) {
      if (argument.type === 'VariableReference') this.variables.set(argument.id.name, 'number');
    }
    this.genericVisit(node);
  }

  override visitSelectExpression(node: SelectExpression): void {
    const counts = node.variants.some(({ key }) => key.type === 'NumberLiteral' || PLURALS.has(key.name));
    const names = node.variants.map(({ key }) => (key.type === 'NumberLiteral' ? key.value : key.name));
    const twice = names.find((name, place) => names.indexOf(name) !== place);
    // The first is what is shown, and the other is mended in vain.
    if (twice !== undefined) throw new MessageSourceError(`${this.#id}: [${twice}] is there twice`);
    if (counts && node.selector.type === 'VariableReference') this.variables.set(node.selector.id.name, 'number');
    this.genericVisit(node);
  }
}

/** One shape for what all languages say; a variable is a number as soon as one of them counts with it. */
export function mergeShapes(languages: readonly Map<string, MessageShape>[]): Map<string, MessageShape> {
  const merged = new Map<string, MessageShape>();
  for (const [id, shape] of languages.flatMap((shapes) => [...shapes])) {
    const known = merged.get(id) ?? { variables: new Map<string, VariableType>(), markup: false };
    for (const [name, type] of shape.variables) {
      if (known.variables.get(name) !== 'number') known.variables.set(name, type);
    }
    merged.set(id, { ...known, markup: known.markup || shape.markup });
  }
  return merged;
}

/** The source of locales/messages.ts. */
export function messagesModule(shapes: Map<string, MessageShape>): string {
  const ids = [...shapes.keys()].sort();
  const members = ids.map((id) => member(id, shapes.get(id)?.variables ?? new Map()));
  const marked = ids.filter((id) => shapes.get(id)?.markup).map((id) => `'${id}'`);
  return [
    '// Made by scripts/generate-messages.ts from the texts beside it; not to be edited.',
    '',
    '/** The variables of every message. */',
    'export interface Messages {',
    ...members,
    '}',
    '',
    '/** Messages with markup in them: for a message or a caption, not for a button. */',
    union('export type MarkupId', marked),
    '',
  ].join('\n');
}

function quoted(name: string): string {
  return /^\w+$/.test(name) ? name : `'${name}'`;
}

// Both are laid out as the formatter would.
function union(head: string, members: string[]): string {
  const line = `${head} = ${members.join(' | ') || 'never'};`;
  return line.length <= WIDTH ? line : `${head} =\n${members.map((one) => `  | ${one}`).join('\n')};`;
}

function member(id: string, variables: Map<string, VariableType>): string {
  const parts = [...variables].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, type]) => `${quoted(name)}: ${type}`);
  if (parts.length === 0) return `  ${quoted(id)}: object;`;
  const line = `  ${quoted(id)}: { ${parts.join('; ')} };`;
  return line.length <= WIDTH ? line : `  ${quoted(id)}: {\n${parts.map((part) => `    ${part};`).join('\n')}\n  };`;
}

export function generateMessages(): string {
  return messagesModule(mergeShapes(LANGUAGES.map((language) => messageShapes(readCatalogue(language)))));
}

if (import.meta.main) writeFileSync(new URL('messages.ts', LOCALES), generateMessages());
