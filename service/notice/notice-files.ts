import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { LANGUAGES } from '../../engine/ports/language.ts';
import { noticeText } from '../../engine/notice/notice-text.ts';
import type { ServiceNotice } from '../../engine/notice/service-notice.ts';
import type { Instant } from '../../engine/time/instant.ts';

/** The service notice can't be read from its files; `message` says what to do. */
export class NoticeFileFault extends Error {
  override readonly name = 'NoticeFileFault';
}

const NAME = /^(\d{4}-\d{2}-\d{2}(?:\.\d)?)\.(?:zh-CN|en)\.txt$/;

/** The newest version in `dir`: one file per language, `<version>.<language>.txt`, the version being `YYYY-MM-DD`. */
export async function readNewestNotice(dir: string, now: Instant): Promise<ServiceNotice> {
  const version = (await list(dir))
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .sort()
    .at(-1);
  if (version === undefined) {
    throw new NoticeFileFault(
      `${dir} holds no service notice; put files such as 2026-11-01.zh-CN.txt and 2026-11-01.en.txt there.`,
    );
  }
  const [zh, en] = await Promise.all(
    LANGUAGES.map((language) => readText(path.join(dir, `${version}.${language}.txt`))),
  );
  return { version, texts: { 'zh-CN': zh ?? '', en: en ?? '' }, publishedAt: now };
}

async function list(dir: string): Promise<string[]> {
  try {
    return await readdir(dir);
  } catch (cause) {
    throw new NoticeFileFault(`The folder ${dir} of the service notice can't be read.`, { cause });
  }
}

async function readText(file: string): Promise<string> {
  try {
    const text = noticeText(await readFile(file, 'utf8'));
    if (text !== '') return text;
  } catch (cause) {
    throw new NoticeFileFault(`${file} can't be read; a service notice needs its text in every language.`, { cause });
  }
  throw new NoticeFileFault(`${file} is empty; a service notice needs its text in every language.`);
}
