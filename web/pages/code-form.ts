import { PAGE_TEXTS } from '../../locales/page-texts.ts';
import { type Html, html } from './html.ts';
import type { PageFrame } from './layout.ts';

/** What somebody typed, and what is to be said of it. */
export interface CodeHint {
  typed: string;
  /** Where the form itself is the place for it. */
  said?: { title: string; sentence: string };
}

/** The form for a code, with what was typed before. Works without a script. */
export function codeForm({ language, query }: PageFrame, hint?: CodeHint): Html {
  const { home } = PAGE_TEXTS[language];
  return html`<section class="card" aria-labelledby="by-code">
    <h2 id="by-code">${home.byCode}</h2>
    <form action="/" method="get" role="search">
      <p>
        <label for="code">${home.codeLabel}</label>
        <span class="line"
          ><input
            id="code"
            name="code"
            type="text"
            inputmode="text"
            autocapitalize="characters"
            autocomplete="off"
            spellcheck="false"
            maxlength="400"
            required
            aria-describedby="code-help${hint?.said && ' code-hint'}"
            value="${hint?.typed}"
          />
          <button>${home.submit}</button></span
        >
      </p>
      ${hint?.said && html`<p id="code-hint" class="warning" role="alert"><strong>${hint.said.title}</strong> ${hint.said.sentence}</p>`}
      <p id="code-help" class="help">${home.codeHelp}<br /><span class="example">${home.codeExample}</span></p>
      ${query !== '' && html`<input type="hidden" name="lang" value="${language}" />`}
    </form>
  </section>`;
}
