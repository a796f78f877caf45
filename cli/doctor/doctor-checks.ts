import { existsSync } from 'node:fs';
import type { Config } from '../../config.ts';
import type { IssuerFinding } from '../../service/issuers/check-issuers.ts';
import { readIssuers } from '../../service/issuers/read-issuers.ts';
import { loadCatalogue } from '../../service/load-catalogue.ts';
import { loadFonts } from '../../service/documents/load-fonts.ts';
import { isInUse } from '../../service/open-database.ts';
import { readNewestNotice } from '../../service/notice/notice-files.ts';
import { systemClock } from '../../service/system.ts';
import { databaseStatus } from '../../storage/open-storage.ts';
import { issuerFindings } from '../issuer-findings.ts';
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
  const { catalogueFile, issuerDir, secret } = config;
  const read = await readIssuers(issuerDir, await loadCatalogue(catalogueFile), secret);
  return issuerFindings(config, read, { certificates: false });
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
