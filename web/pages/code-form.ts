import { groupVerificationCode } from '../../engine/ids.ts';
import { PAGE_TEXTS } from '../../locales/page-texts.ts';
import { type Html, html } from './html.ts';
import type { PageFrame } from './layout.ts';
import { EXAMPLE_CODE, whereCode } from './where-code.ts';

/** What somebody typed, and what is to be said of it. */
export interface CodeHint {
  typed: string;
  /** Where the form itself is the place for it. */
  said?: { title: string; sentence: string };
}

/** The form for a code, with what was typed before. Works without a script. */
export function codeForm(frame: PageFrame, hint?: CodeHint): Html {
  const { language, query } = frame;
  const { home } = PAGE_TEXTS[language];
  const said = hint?.said;
  return html`<section class="card" aria-labelledby="by-code">
    <h2 id="by-code"><label for="code">${home.byCode}</label></h2>
    <form action="/" method="get" role="search">
      <p id="code-help" class="help">
        ${home.codeHelp}
        <span class="example"
          >${home.codeExample} <span class="code">${groupVerificationCode(EXAMPLE_CODE)}</span></span
        >
      </p>
      ${said && html`<p id="code-hint" class="warning" role="alert"><strong>${said.title}</strong><br />${said.sentence}</p>`}
      <p class="field">
        <input
          id="code"
          name="code"
          type="text"
          inputmode="text"
          autocapitalize="characters"
          autocomplete="off"
          spellcheck="false"
          maxlength="400"
          required
          aria-describedby="code-help${said && ' code-hint'}"
          ${said && html`aria-invalid="true"`}
          value="${hint?.typed}"
        />
        <button>${home.submit}</button>
      </p>
      ${whereCode(frame, said !== undefined)}
      ${query !== '' && html`<input type="hidden" name="lang" value="${language}" />`}
    </form>
  </section>`;
}
