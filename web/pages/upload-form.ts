import { PAGE_TEXTS } from '../../locales/page-texts.ts';
import { type Html, html } from './html.ts';
import type { PageFrame } from './layout.ts';

/**
 * For a file to be looked at here, once its owner agrees. Works by itself; where a script has the file in hand already,
 * it leaves the choosing out.
 */
export function uploadForm({ language, query }: Pick<PageFrame, 'language' | 'query'>, title?: string): Html {
  const { progress, upload } = PAGE_TEXTS[language];
  return html`<section class="card" id="upload">
    <h2>${title ?? upload.title}</h2>
    <p>${upload.why}</p>
    <form
      method="post"
      action="/files${query}"
      enctype="multipart/form-data"
      data-upload
      data-failed="${progress.failed}"
    >
      <p class="choose">
        <label for="upload-file">${upload.fileLabel}</label>
        <input id="upload-file" type="file" name="file" accept="application/pdf,.pdf" required />
      </p>
      <p>
        <label class="tick"
          ><input type="checkbox" name="consent" value="yes" required /> <span>${upload.consent}</span></label
        >
      </p>
      <p><button>${upload.submit}</button></p>
      <p role="status" class="progress" data-progress></p>
    </form>
  </section>`;
}
