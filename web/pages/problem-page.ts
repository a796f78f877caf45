import { PAGE_TEXTS, type PageTexts } from '../../locales/page-texts.ts';
import { html } from './html.ts';
import { toneIcon } from './icons.ts';
import { layout, type PageFrame } from './layout.ts';

export type PageProblem = keyof PageTexts['problems'];

/** For a visitor whose request came to nothing: what went wrong, and what to do. */
export function problemPage(frame: PageFrame, problem: PageProblem): string {
  const texts = PAGE_TEXTS[frame.language];
  const { sentence, title } = texts.problems[problem];
  const main = html`<section class="verdict unsure" data-reason="${problem}">
      ${toneIcon('unsure')}
      <div>
        <h1 tabindex="-1">${title}</h1>
        <p>${sentence}</p>
      </div>
    </section>
    <p class="next"><a class="button" href="/${frame.query}">${texts.another}</a></p>`;
  return layout(frame, { title, main });
}
