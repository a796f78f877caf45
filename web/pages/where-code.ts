import { WORDING } from '../../engine/document/page/wording.ts';
import { groupVerificationCode } from '../../engine/ids.ts';
import { PAGE_TEXTS } from '../../locales/page-texts.ts';
import { type Html, html } from './html.ts';
import type { PageFrame } from './layout.ts';

/** Looks like a code, and leads to nothing. */
export const EXAMPLE_CODE = '7K3M9QX2TR5V8WYA4C';
const EXAMPLE_NUMBER = 'JZ20261120-7K3M9Q';

/** Where on a copy the code stands; `open` for somebody who took something else for it. */
export function whereCode({ language }: Pick<PageFrame, 'language'>, open: boolean): Html {
  const { where } = PAGE_TEXTS[language];
  return html`<details class="where" ${open && html`open`}>
    <summary>${where.question}</summary>
    <figure>
      ${PICTURE}
      <figcaption>${where.answer}</figcaption>
    </figure>
  </details>`;
}

/** Both languages, as on every copy: the box 加注信息 with its number, its code and its QR code. */
const PICTURE = html`<svg
  class="paper"
  viewBox="0 0 300 150"
  width="300"
  height="150"
  aria-hidden="true"
  focusable="false"
>
  <path class="band" d="M0 0h5v150H0z" />
  <text class="band" x="16" y="24" font-size="14" font-weight="700">${WORDING.bandTitle['zh-CN']}</text>
  <text class="other" x="80" y="23" font-size="10">${WORDING.bandTitle.en}</text>
  <path class="ghost" d="M16 38h32v7H16zm48 0h56v7H64zM16 81h32v7H16zm48 0h88v7H64zM16 102h32v7H16zm48 0h144v7H64z" />
  <text class="other" x="16" y="67" font-size="11">${WORDING.number['zh-CN']}</text>
  <text class="other" x="64" y="67" font-size="11">${EXAMPLE_NUMBER}</text>
  <rect class="mark" x="50" y="116" width="242" height="27" rx="5" />
  <text x="58" y="134" font-size="11">
    ${WORDING.code['zh-CN']} ${WORDING.code.en}:
    <tspan class="typed">${groupVerificationCode(EXAMPLE_CODE)}</tspan>
  </text>
  <path
    transform="translate(-56 -8)"
    d="M282 24h22v22h-22zm4 4v14h14V28zm3 3h8v8h-8zM326 24h22v22h-22zm4 4v14h14V28zm3 3h8v8h-8zM282 68h22v22h-22zm4 4v14h14V72zm3 3h8v8h-8zM308 24h5v8h-5zm8 6h6v5h-6zm-8 10h8v5h-8zm-26 10h9v5h-9zm13 3h9v8h-9zm13-3h7v6h-7zm10 4h8v8h-8zm12-4h10v5h-10zm14 5h4v8h-4zm-40 12h8v6h-8zm12-1h7v8h-7zm12 1h10v6h-10zm14 8h6v8h-6zm-36 6h9v5h-9zm16-2h6v9h-6z"
    fill-rule="evenodd"
  />
  <text x="259" y="99" font-size="11" text-anchor="middle">${WORDING.scan['zh-CN']}</text>
</svg>`;
