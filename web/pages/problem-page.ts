import type { PageTexts } from '../../locales/page/texts.ts';
import { PAGE_TEXTS } from '../../locales/page-texts.ts';
import { html } from './html.ts';
import { toneIcon } from './icons.ts';
import { layout, type PageFrame } from './layout.ts';

export type PageProblem = keyof PageTexts['problems'];

/** What may go well the next time, if it is asked for again. */
const PASSING: ReadonlySet<PageProblem> = new Set(['too-many-requests', 'busy', 'fault']);

/** For a visitor whose request came to nothing: what went wrong, and what to do. */
export function problemPage(frame: PageFrame, problem: PageProblem): string {
  const { problems, startAgain, tryAgain } = PAGE_TEXTS[frame.language];
  const { sentence, title } = problems[problem];
  const again = PASSING.has(problem) ? frame.path : null;
  const main = html`<section class="verdict unsure" data-reason="${problem}">
      ${toneIcon('unsure')}
      <h1 tabindex="-1">${title}</h1>
      <p>${sentence}</p>
    </section>
    <p class="next">
      ${again !== null && html`<a class="button" href="${withLanguage(again, frame)}">${tryAgain}</a>`}
      <a class="button ${again !== null && 'quiet'}" href="/${frame.query}">${startAgain}</a>
    </p>`;
  return layout(frame, { title, main });
}

function withLanguage(path: string, { query }: PageFrame): string {
  return path.includes('?') ? path + query.replace('?', '&') : path + query;
}
