import { expect, test } from 'vitest';
import { type OpenReading, openReading } from '../../storage/reading/open-reading.ts';
import { TEST_DATA_KEY } from '../fakes/test-storage.ts';
import { holderNamed, World } from '../engine/world.ts';
import { temporaryFolder } from './temporary-folder.ts';

const path = temporaryFolder();

async function withReading(work: (world: World, reading: OpenReading) => Promise<void>): Promise<void> {
  const url = path(`${crypto.randomUUID()}.db`);
  const world = await World.open({ url });
  const reading = await openReading({ url, dataKey: TEST_DATA_KEY });
  try {
    await work(world, reading);
  } finally {
    await reading.close();
    await world.storage.close();
  }
}

test('what was committed is read, personal data and all', () =>
  withReading(async (world, reading) => {
    const { id, verificationCode } = await world.valid();
    const found = await reading.read(async (tx) => ({
      endorsement: await tx.endorsements.findByVerificationCode(verificationCode),
      holder: await tx.holders.get('h1'),
      missing: await tx.certificates.get('none'),
    }));
    expect(found).toMatchObject({ endorsement: { id }, holder: { name: '欧阳娜娜' }, missing: undefined });
  }));

test('an import that writes for a while keeps nobody from reading, and is read when it is over', () =>
  withReading(async (world, reading) => {
    const gate = Promise.withResolvers<void>();
    const writing = Promise.withResolvers<void>();
    const importing = world.storage.transact(async (tx) => {
      await tx.holders.insertMany([holderNamed('h9', { documentNumber: '110105194912310038' })]);
      writing.resolve();
      await gate.promise;
    });
    await writing.promise;
    const name = (id: string) => reading.read(async (tx) => (await tx.holders.get(id))?.name);
    expect([await name('h1'), await name('h9')]).toEqual(['欧阳娜娜', undefined]);
    gate.resolve();
    await importing;
    expect(await name('h9')).toBe('欧阳娜娜');
  }));

test('an endorsement comes with its certificate and holder, by whatever it is asked for', () =>
  withReading(async (world, reading) => {
    const { id, number, sha256, verificationCode } = await world.valid();
    const found = await reading.read(async ({ issued }) => [
      await issued.byCode(verificationCode),
      await issued.byNumber(number),
      await issued.bySha256(sha256 ?? ''),
    ]);
    const whole = { copy: { id, status: 'valid' }, certificate: { id: 'c1', status: 'valid' }, holder: { id: 'h1' } };
    expect(found).toMatchObject([whole, whole, whole]);
    expect(await reading.read(({ issued }) => issued.byCode('none'))).toBeUndefined();
  }));

test('more lookups than connections are all answered, and a fault ends none but its own', () =>
  withReading(async (_world, reading) => {
    const lookups = Array.from({ length: 20 }, (_, index) =>
      reading.read(async (tx) => {
        if (index === 3) throw new Error('mine');
        return (await tx.holders.get('h1'))?.id;
      }),
    );
    const settled = await Promise.allSettled(lookups);
    expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(settled.filter((one) => one.status === 'fulfilled' && one.value === 'h1')).toHaveLength(19);
  }));

test('lookups at once are each answered with their own, in more than one question', () =>
  withReading(async (world, reading) => {
    const own = [await world.valid(), await world.valid(), await world.valid()];
    const codes = Array.from({ length: 40 }, (_, index) => own[index]?.verificationCode ?? `none${index}`);
    const hashes = own.map(({ sha256 }) => sha256 ?? '');
    const found = await Promise.all([
      ...codes.map((code) => reading.read(({ issued }) => issued.byCode(code))),
      ...hashes.map((sha256) => reading.read(({ issued }) => issued.bySha256(sha256))),
    ]);
    const ids = found.map((one) => one?.copy.id);
    const none = Array.from({ length: 37 }, () => undefined);
    expect(ids).toEqual([...own.map(({ id }) => id), ...none, ...own.map(({ id }) => id)]);
  }));

test('a lookup that begins after a change sees it, though others of the same were under way', () =>
  withReading(async (world, reading) => {
    const { id, verificationCode } = await world.valid();
    const status = async () => (await reading.read(({ issued }) => issued.byCode(verificationCode)))?.copy.status;
    const before = Array.from({ length: 5 }, status);
    await world.storage.transact((tx) => tx.endorsements.transition(id, ['valid'], 'revoked', {}));
    expect(await status()).toBe('revoked');
    await Promise.all(before);
  }));

test('nothing can be written, and nothing be read once it is closed', async () => {
  await withReading(async (_world, reading) => {
    const writing = reading.read(async (tx) =>
      tx.plainCopies.add({ sha256: 'a', certificateId: 'c1', holderId: 'h1', madeAt: 0 as never }),
    );
    await expect(writing).rejects.toMatchObject({ name: 'StorageFault' });
    await reading.close();
    await expect(reading.read((tx) => tx.holders.get('h1'))).rejects.toThrow(/destroyed/);
  });
});

test('another data key opens nothing', async () => {
  const url = path('key.db');
  const world = await World.open({ url });
  await expect(openReading({ url, dataKey: new Uint8Array(32) })).rejects.toMatchObject({ code: 'wrong-key' });
  await world.storage.close();
});
