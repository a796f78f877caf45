import { z } from 'zod';
import type { Fault, Outgoing } from '../chat-api.ts';
import { PersonError } from '../person/person-error.ts';

const ID = z.number().int();
const OUTGOING = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    text: z.string().max(4096),
    reply_to: ID.exactOptional(),
    thread_id: ID.exactOptional(),
  }),
  z.object({
    kind: z.literal('contact'),
    phone_number: z.string().exactOptional(),
    user_id: z.number().int().nullable().exactOptional(),
    forwarded: z.boolean().exactOptional(),
  }),
  z.object({ kind: z.literal('sticker'), emoji: z.string() }),
  z.object({
    kind: z.literal('document'),
    file_name: z.string().min(1),
    mime_type: z.string(),
    base64: z.base64(),
    caption: z.string().max(1024).exactOptional(),
  }),
]);
const TAP = z.object({ message_id: z.number().int(), data: z.string() });
const BLOCK = z.object({ blocked: z.boolean() });
const CLOCK = z.object({ advance_ms: z.number().nonnegative() });
const FAULT = z.object({
  bot: z.string(),
  method: z.string().exactOptional(),
  times: z.number().int().positive().exactOptional(),
  fault: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('too_many_requests'), retry_after: z.number().int().positive() }),
    z.object({ kind: z.literal('server_error') }),
    z.object({ kind: z.literal('accept_then_drop') }),
    z.object({ kind: z.literal('drop') }),
    z.object({ kind: z.literal('delay'), ms: z.number().nonnegative() }),
  ]),
});

export function readOutgoing(body: unknown): Outgoing {
  return read(OUTGOING, body);
}

export function readTap(body: unknown): z.infer<typeof TAP> {
  return read(TAP, body);
}

export function readBlock(body: unknown): boolean {
  return read(BLOCK, body).blocked;
}

export function readClock(body: unknown): number {
  return read(CLOCK, body).advance_ms;
}

export function readFault(body: unknown): Fault {
  return read(FAULT, body);
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new PersonError(400, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}`);
}
