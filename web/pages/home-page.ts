import { PAGE_TEXTS } from '../../locales/page-texts.ts';
import { type CodeHint, codeForm } from './code-form.ts';
import { type Html, html } from './html.ts';
import { layout, type PageFrame } from './layout.ts';
import { uploadForm } from './upload-form.ts';

/** Where verifying begins. Without a script there is a form for a code and one for a file; a script adds the rest. */
export function homePage(frame: PageFrame, hint?: CodeHint): string {
  const { home } = PAGE_TEXTS[frame.language];
  const main = html`<div class="lead">
      <h1>${home.title}</h1>
      <p>${home.lead}</p>
      <p>${home.quickest}</p>
    </div>
    ${codeForm(frame, hint)} ${cameraSection(frame)} ${fileSection(frame)}
    <noscript>${uploadForm(frame, home.byFile)}</noscript>`;
  return layout(frame, { title: home.title, main });
}

/** Shown by a script where the browser reads QR codes. */
function cameraSection({ language, query }: PageFrame): Html {
  const { camera, home } = PAGE_TEXTS[language];
  return html`<section
    class="card"
    id="camera"
    aria-labelledby="by-camera"
    hidden
    data-query="${query}"
    data-looking="${camera.looking}"
    data-nothing-yet="${camera.nothingYet}"
    data-refused="${camera.refused}"
    data-no-camera="${camera.none}"
  >
    <h2 id="by-camera">${home.byCamera}</h2>
    <p>${home.cameraHelp}</p>
    <video muted playsinline hidden></video>
    <p role="status" class="progress" data-progress></p>
    <p class="next">
      <button type="button" class="quiet" data-scan>${home.scan}</button
      ><button type="button" class="quiet" data-stop hidden>${home.stop}</button>
    </p>
  </section>`;
}

/** Shown by a script where the browser can work out a file's hash. */
function fileSection({ language, query }: PageFrame): Html {
  const { home, progress } = PAGE_TEXTS[language];
  return html`<section
    class="card"
    id="file"
    aria-labelledby="by-file"
    hidden
    data-query="${query}"
    data-reading="${progress.reading}"
    data-asking="${progress.asking}"
    data-too-large="${progress.tooLarge}"
    data-failed="${progress.failed}"
  >
    <h2 id="by-file">${home.byFile}</h2>
    <p class="stays">${LOCK}${home.fileStays}</p>
    <div class="drop" data-drop>
      <label class="button quiet" for="pick">${home.fileLabel}</label
      ><input id="pick" class="visually-hidden" type="file" accept="application/pdf,.pdf" data-pick />
      <span class="or">${home.dropHere}</span>
    </div>
    <p role="status" class="progress" data-progress></p>
  </section>`;
}

const LOCK = html`<svg class="lock" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
  <path d="M5 9V6a5 5 0 0 1 10 0v3h1v9H4V9zm2 0h6V6a3 3 0 0 0-6 0z" />
</svg>`;
