import { createHash } from 'node:crypto';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { LightMyRequestResponse } from 'fastify';
import { describe, expect, test } from 'vitest';
import { withdrawCertificate } from '../../engine/registry/withdraw-certificate.ts';
import { newVerificationCode } from '../../engine/ids.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { startWeb, type Web } from './start-web.ts';

const MADE_UP = newVerificationCode(seededRandom('made up'));
const HASH = createHash('sha256').update('nothing of ours').digest('hex');
const ENDORSEMENTS = '/api/v1/endorsements';

interface Described {
  operationId: string;
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, Described>>;
}

function verify({ app }: Web, payload: unknown, headers: Record<string, string> = {}) {
  return app.inject({
    method: 'POST',
    url: '/api/v1/verifications',
    payload: JSON.stringify(payload),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

async function copyHash({ world }: Web, id: string): Promise<string> {
  const { sha256 } = await world.endorsement(id);
  return sha256 ?? '';
}

/** The document as it is served, and a judge of answers by it. */
async function served({ app }: Web) {
  const document = (await app.inject('/api/v1/openapi.json')).json<OpenApi>();
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  const judge = (operationId: string, answer: LightMyRequestResponse): ValidateFunction['errors'] => {
    const operation = operations.find((one) => one.operationId === operationId);
    const described = operation?.responses[String(answer.statusCode)];
    if (!described) throw new Error(`${operationId} may not answer ${answer.statusCode}`);
    if (!described.content) return answer.body === '' ? null : [{ message: 'has a body' } as never];
    const type = String(answer.headers['content-type']).split(';')[0] ?? '';
    const content = described.content[type];
    if (!content) throw new Error(`${operationId} may not answer in ${type}`);
    const check = ajv.compile(content.schema);
    check(answer.json());
    return check.errors ?? null;
  };
  return { document, operations, judge };
}

describe('the OpenAPI document', () => {
  test('is served, and holds for every answer of every operation', async () => {
    const web = await startWeb();
    const { app, world } = web;
    const { id, verificationCode } = await world.valid();
    const { document, judge, operations } = await served(web);
    expect(document.openapi).toBe('3.1.0');
    const good = await app.inject(`${ENDORSEMENTS}/${verificationCode}`);
    const answers: Record<string, LightMyRequestResponse[]> = {
      getEndorsement: [
        good,
        await app.inject({
          url: `${ENDORSEMENTS}/${verificationCode}`,
          headers: { 'if-none-match': String(good.headers.etag) },
        }),
        await app.inject(`${ENDORSEMENTS}/${MADE_UP}`),
        await app.inject(`${ENDORSEMENTS}/nonsense`),
        await app.inject(`${ENDORSEMENTS}/%zz`),
        await app.inject(`${ENDORSEMENTS}/${'7'.repeat(101)}`),
      ],
      createVerification: [
        await verify(web, { sha256: await copyHash(web, id) }),
        await verify(web, { sha256: HASH }),
        await verify(web, { sha256: 'short' }),
        await verify(web, { sha256: HASH, more: 'x'.repeat(20_000) }),
        await verify(web, {}, { 'content-type': 'text/csv' }),
      ],
    };
    while (answers['getEndorsement']?.at(-1)?.statusCode !== 429) {
      answers['getEndorsement']?.push(await app.inject(`${ENDORSEMENTS}/${MADE_UP}`));
    }
    while (answers['createVerification']?.at(-1)?.statusCode !== 429) {
      answers['createVerification']?.push(await verify(web, { sha256: HASH }));
    }
    for (const { operationId, responses } of operations) {
      const given = answers[operationId] ?? [];
      for (const answer of given) expect(judge(operationId, answer)).toBeNull();
      const seen = new Set(given.map(({ statusCode }) => String(statusCode)));
      expect([...seen].toSorted()).toEqual(Object.keys(responses).toSorted());
    }
  });

  test('refuses what isn’t as it says', async () => {
    const web = await startWeb();
    const { judge } = await served(web);
    const answer = {
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      json: () => ({ status: 'passed' }),
    };
    expect(judge('createVerification', answer as unknown as LightMyRequestResponse)).not.toBeNull();
  });
});

describe('an endorsement by its code', () => {
  test('is told as its page tells it', async () => {
    const { app, told, world } = await startWeb();
    const { number, verificationCode } = await world.valid();
    const answer = await app.inject(`${ENDORSEMENTS}/${verificationCode}`);
    expect(answer.json()).toEqual({
      status: 'passed',
      reason: 'valid',
      sentence: { 'zh-CN': '这次加注目前有效。', en: 'The endorsement holds today.' },
      asOf: '2026-11-20',
      zone: 'Asia/Shanghai',
      copy: {
        kind: 'endorsed',
        number,
        maskedName: '欧***',
        qualification: { 'zh-CN': '执业药师', en: 'Licensed Pharmacist' },
        level: null,
        issuer: '示范部',
        madeAt: '2026-11-20T01:00:00.000Z',
        scenario: { 'zh-CN': '本人调用', en: 'Use by the holder' },
        firstDay: '2026-11-20',
        lastDay: '2027-02-17',
      },
    });
    expect(told).toEqual([expect.objectContaining({ door: 'api', by: 'code', reason: 'valid', number })]);
  });

  test('isn’t sent again while nothing changes, and is once something has', async () => {
    const { app, world } = await startWeb();
    const { verificationCode } = await world.valid();
    const url = `${ENDORSEMENTS}/${verificationCode}`;
    const etag = String((await app.inject(url)).headers.etag);
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const { body, statusCode } = await app.inject({ url, headers: { 'if-none-match': tag } });
      expect({ body, statusCode }).toEqual({ body: '', statusCode: 304 });
    }
    world.clock.advance({ hours: 3 });
    expect((await app.inject({ url, headers: { 'if-none-match': etag } })).statusCode).toBe(304);
    await world.storage.transact((tx) =>
      withdrawCertificate(tx, world, { now: world.clock.now(), certificateId: 'c1' }),
    );
    const { statusCode, ...answer } = await app.inject({ url, headers: { 'if-none-match': etag } });
    expect(statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ status: 'failed', reason: 'certificate-withdrawn' });
  });

  test('that nobody knows, or that can’t be one, is a problem in words, and nothing else differs', async () => {
    const { app } = await startWeb();
    const unknown = await app.inject(`${ENDORSEMENTS}/${MADE_UP}`);
    const mistyped = await app.inject(`${ENDORSEMENTS}/${MADE_UP.slice(1)}`);
    expect(unknown.json()).toMatchObject({ type: 'about:blank', title: 'Not Found', status: 404, reason: 'unknown' });
    expect(mistyped.json()).toMatchObject({ type: 'about:blank', title: 'Not Found', status: 404, reason: 'mistyped' });
    expect(Object.keys(unknown.headers)).toEqual(Object.keys(mistyped.headers));
    expect(unknown.headers['content-type']).toMatch(/^application\/problem\+json/);
  });
});

describe('a file by its hash', () => {
  test('is told as ours or not', async () => {
    const web = await startWeb();
    const { id, number } = await web.world.valid();
    const sha256 = await copyHash(web, id);
    expect((await verify(web, { sha256: sha256.toUpperCase() })).json()).toMatchObject({
      status: 'passed',
      reason: 'valid',
      copy: { number, maskedName: '欧***' },
    });
    expect((await verify(web, { sha256: HASH })).json()).toMatchObject({
      status: 'failed',
      reason: 'not-issued',
      copy: null,
    });
    expect(web.told.map(({ by, reason }) => [by, reason])).toEqual([
      ['digest', 'valid'],
      ['digest', 'not-issued'],
    ]);
  });

  test.each([[{}], [{ sha256: 5 }], [{ sha256: HASH, file: 'x' }], [[]], [null], ['text']])(
    'that isn’t asked for rightly (%j) is refused',
    async (payload) => {
      const { statusCode, ...answer } = await verify(await startWeb(), payload);
      expect(statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ status: 400, reason: 'invalid-request' });
    },
  );
});

test('an address of the API that isn’t there is a problem, too', async () => {
  const { app } = await startWeb();
  expect((await app.inject('/api/v2/endorsements')).json()).toMatchObject({ status: 404, reason: 'not-found' });
});

test('no answer asks a program to keep a cookie', async () => {
  const web = await startWeb();
  for (const answer of [await web.app.inject(`${ENDORSEMENTS}/${MADE_UP}`), await verify(web, { sha256: HASH })]) {
    expect(answer.headers['set-cookie']).toBeUndefined();
  }
});
