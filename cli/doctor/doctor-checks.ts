import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { Config } from '../../config.ts';
import { Zone } from '../../engine/time/instant.ts';
import { checkIssuers, type IssuerFinding } from '../../service/issuers/check-issuers.ts';
import { readIssuers } from '../../service/issuers/read-issuers.ts';
import { loadCatalogue } from '../../service/load-catalogue.ts';
import { loadFonts } from '../../service/documents/load-fonts.ts';
import { isInUse } from '../../service/open-database.ts';
import { readNewestNotice } from '../../service/notice/notice-files.ts';
import { systemClock } from '../../service/system.ts';
import { databaseStatus } from '../../storage/open-storage.ts';
import { issuerRevocations } from '../issuer-revocations.ts';
import { withStorage } from '../project.ts';

export type Finding = IssuerFinding;

export async function checkCatalogue({ catalogueFile }: Config): Promise<Finding[]> {
  const { qualifications, issuers } = await loadCatalogue(catalogueFile);
  const text = `the catalogue has ${qualifications.length} qualifications and ${issuers.length} issuers`;
  return [{ kind: 'good', text }];
}

export async function checkNotice({ noticeDir }: Config): Promise<Finding[]> {
  const { version } = await readNewestNotice(noticeDir, systemClock.now());
  return [{ kind: 'good', text: `the newest service notice in the folder is version ${version}` }];
}

export async function checkFonts({ fonts }: Config): Promise<Finding[]> {
  const { faces } = await loadFonts(fonts);
  const further = faces.slice(2).map(({ font }) => font.postScriptName);
  const more = further.length > 0 ? `, with ${further.join(', ')} for rare characters` : '';
  return [{ kind: 'good', text: `the fonts are there${more}` }];
}

export async function checkKeys(config: Config): Promise<Finding[]> {
  const { catalogueFile, issuerDir, policy, secret } = config;
  const read = await readIssuers(issuerDir, await loadCatalogue(catalogueFile), secret);
  const revocations = await issuerRevocations(config, read);
  return checkIssuers(read, { zone: new Zone(policy.zone), now: systemClock.now(), revocations, certificates: false });
}

export async function checkDatabase(config: Config): Promise<Finding[]> {
  const file = config.databaseUrl.replace(/^sqlite:/, '');
  if (!existsSync(file)) {
    return [{ kind: 'note', text: `the database ${file} is made at the first start` }];
  }
  const { pending } = await databaseStatus(config.databaseUrl);
  if (pending.length > 0) {
    return [{ kind: 'bad', text: `the database lacks ${pending.join(', ')}: run npm run -s jiazhu -- migrate` }];
  }
  if (!existsSync(config.dataKeyFile) && !(await isInUse(config.databaseUrl))) {
    return [{ kind: 'note', text: `the database ${file} is empty, and the data key is made at the first start` }];
  }
  const latest = await withStorage(config, (storage) => storage.transact((tx) => tx.imports.latest()));
  return [
    { kind: 'good', text: `the database ${file} is up to date and opens with the data key` },
    latest
      ? { kind: 'good', text: `the registry was last imported at ${new Date(latest.at).toISOString()}` }
      : { kind: 'note', text: 'the registry is empty: run npm run -s jiazhu -- registry import FILE' },
  ];
}

/** What `npm start` would listen at; also "in use" while the service runs. */
export async function checkPorts({ port, holderBotToken, web }: Config): Promise<Finding[]> {
  const page = { setting: 'WEB_PORT', what: 'the verification page', host: web.host, port: web.port };
  if (holderBotToken === null) {
    const chat = { setting: 'PORT', what: 'the sandbox', host: '127.0.0.1', port };
    return [await checkPort(chat), await checkPort({ ...page, host: '127.0.0.1' })];
  }
  const tools = web.operations && { setting: 'OPERATIONS_PORT', what: '/readyz and /metrics', ...web.operations };
  const asked = [...(web.served ? [page] : []), ...(tools ? [tools] : [])];
  return Promise.all(asked.map(checkPort));
}

interface AskedPort {
  setting: string;
  what: string;
  host: string;
  port: number;
}

async function checkPort({ host, port, setting, what }: AskedPort): Promise<Finding> {
  const server = createServer();
  server.listen(port, host);
  try {
    await once(server, 'listening');
    return { kind: 'good', text: `port ${port} is free for ${what}` };
  } catch {
    return { kind: 'bad', text: `port ${port} is in use; stop what uses it, or set ${setting} to another one` };
  } finally {
    server.close();
  }
}
