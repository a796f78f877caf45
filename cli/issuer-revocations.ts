import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import type { ValidationData } from '../engine/document/revocation/validation-data.ts';
import type { ReadIssuers } from '../service/issuers/read-issuers.ts';
import { readKnownRevocations } from '../service/trust/known-revocations.ts';
import { databaseStatus } from '../storage/open-storage.ts';
import { withStorage } from './project.ts';

/** What is known of revocations: by the operator's lists, and by what the service has learnt. Makes no database. */
export async function issuerRevocations(config: Config, { issuers }: ReadIssuers): Promise<ValidationData> {
  const lists = issuers.flatMap(({ revocationLists }) => revocationLists);
  if (!(await hasLearnt(config))) return { certificates: [], ocspResponses: [], revocationLists: lists };
  return withStorage(config, (storage) => storage.transact((tx) => readKnownRevocations(tx, lists)));
}

/** Whether there is a database that opens as it is. */
async function hasLearnt({ databaseUrl, dataKeyFile }: Config): Promise<boolean> {
  if (!existsSync(databaseUrl.replace(/^sqlite:/, '')) || !existsSync(dataKeyFile)) return false;
  return (await databaseStatus(databaseUrl)).pending.length === 0;
}
