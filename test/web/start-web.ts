import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { judgeFile } from '../../engine/verification/file-soundness.ts';
import { createWebServer } from '../../web/create-web-server.ts';
import type { Verification, WebDeps } from '../../web/web-deps.ts';
import { World } from '../engine/world.ts';

export interface Web {
  app: FastifyInstance;
  world: World;
  /** What was told of verifications, and what was logged. */
  told: Verification[];
  logged: unknown[];
}

/** The public server on a world of its own; `over` replaces what it works with. */
export async function startWeb(over: Partial<WebDeps> = {}, given?: World): Promise<Web> {
  const world = given ?? (await World.open());
  const told: Verification[] = [];
  const logged: unknown[] = [];
  const note = (...entry: unknown[]): void => void logged.push(entry);
  const app = await createWebServer({
    reading: { read: (work) => world.storage.transact(work) },
    judge: { judge: async (bytes) => judgeFile(bytes, { trustedRoots: [], at: world.clock.now() }) },
    clock: world.clock,
    zone: world.zone,
    catalogue: world.catalogue,
    policy: world.policy,
    publicUrl: 'https://verify.example.org',
    trustedProxies: [],
    logger: { error: note, warn: note },
    onVerified: (verification) => told.push(verification),
    ...over,
  });
  onTestFinished(async () => {
    await app.close();
    if (!given) await world.storage.close();
  });
  return { app, world, told, logged };
}

/** The address that it listens at, on a real socket. */
export async function listening(app: FastifyInstance): Promise<string> {
  return app.listen({ host: '127.0.0.1', port: 0 });
}

/** A form with a file, as browsers send it. */
export function multipart(fields: Readonly<Record<string, string>>, file?: Uint8Array) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file) form.append('file', new File([Buffer.from(file)], 'copy.pdf', { type: 'application/pdf' }));
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  return request.bytes().then((bytes) => ({
    payload: Buffer.from(bytes),
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
  }));
}
