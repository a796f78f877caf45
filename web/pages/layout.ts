import type { Policy } from '../../engine/policy/policy.ts';
import type { Language } from '../../engine/ports/language.ts';
import { PAGE_TEXTS } from '../../locales/page-texts.ts';
import type { Assets } from '../assets.ts';
import { type Html, html } from './html.ts';
import { EMBLEM } from './icons.ts';
import type { PageLanguage } from './language.ts';

/** What every page needs besides what it is about. */
export interface PageFrame extends PageLanguage {
  /** Path and query of this page without `lang`; the switch of languages leads there. Null where it can't be asked for again. */
  path: string | null;
  authority: Policy['authority'];
  /** Whether all that is issued here is a specimen. */
  demonstration: boolean;
  assets: Assets;
}

/** A whole document. */
export function layout(frame: PageFrame, { title, main }: { title: string; main: Html }): string {
  const { assets, authority, language } = frame;
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <title>${title} · ${authority.name[language]}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#1f4468" />
        <link rel="icon" href="${assets.path('icon.svg')}" type="image/svg+xml" />
        <link rel="stylesheet" href="${assets.path('page.css')}" />
        <script type="module" src="${assets.path('verify-file.js')}"></script>
        <script type="module" src="${assets.path('scan.js')}"></script>
      </head>
      <body>
        <a class="skip" href="#main">${PAGE_TEXTS[language].skip}</a>
        ${headOf(frame)} ${frame.demonstration && demonstrationOf(frame)}
        <main id="main" class="column" tabindex="-1">${main}</main>
        ${footOf(frame)}
      </body>
    </html> `;
  return page.toString();
}

function headOf(frame: PageFrame): Html {
  const { authority, language, query } = frame;
  return html`<header>
    <div class="column">
      <a class="brand" href="/${query}"
        >${EMBLEM}<span
          ><span class="authority">${authority.name[language]}</span>
          <span class="service">${PAGE_TEXTS[language].service}</span></span
        ></a
      >
      ${languageSwitch(frame)}
    </div>
  </header>`;
}

function demonstrationOf({ language }: PageFrame): Html {
  return html`<aside class="demonstration">
    <p class="column">${PAGE_TEXTS[language].demonstration}</p>
  </aside>`;
}

function footOf({ authority, language }: PageFrame): Html {
  const { foot } = PAGE_TEXTS[language];
  return html`<footer>
    <div class="column">
      <p>${foot.contact(authority.hotline, authority.hours[language])}</p>
      <p>${foot.privacy}</p>
      <p><a href="/api/v1/openapi.json">${foot.api}</a></p>
    </div>
  </footer>`;
}

function languageSwitch({ language, path }: PageFrame): Html {
  const other: Language = language === 'en' ? 'zh-CN' : 'en';
  const target = path ?? '/';
  const address = `${target}${target.includes('?') ? '&' : '?'}lang=${other}`;
  return html`<nav>
    <a class="language" href="${address}" hreflang="${other}" lang="${other}">${PAGE_TEXTS[other].switchTo}</a>
  </nav>`;
}
