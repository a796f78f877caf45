// Verifies a file without sending it: its SHA-256 is worked out here, and the server says what it knows of that. Only
// where that leads to nothing, and the visitor agrees, is the file itself sent. Without this script there are forms.

const section = document.querySelector('#file');
const LARGEST = 10 * 1024 * 1024;

/** The file in hand, should it have to be looked at by the server. @type {File | undefined} */
let file;
/** Whether this shows what another address would. A step within a page, to its content, is no reason to load it anew. */
let elsewhere = false;

if (section instanceof HTMLElement) begin(section);

/** @param {HTMLElement} section */
function begin(section) {
  // Hashing needs a page that nobody could have changed on its way (or this very machine).
  if (!globalThis.crypto?.subtle) return offerUpload();
  const drop = section.querySelector('[data-drop]');
  const pick = section.querySelector('[data-pick]');
  if (!(drop instanceof HTMLElement) || !(pick instanceof HTMLInputElement)) return;
  section.hidden = false;
  pick.addEventListener('change', () => void verify(section, pick.files?.[0]));
  for (const type of ['dragover', 'drop', 'dragleave']) {
    // Anywhere on the page: a file that misses the field must not be opened instead.
    document.addEventListener(type, (event) => {
      event.preventDefault();
      drop.classList.toggle('over', type === 'dragover');
    });
  }
  document.addEventListener('drop', (event) => void verify(section, event.dataTransfer?.files[0]));
  // What this script shows in place of another page is not what the address was asked for.
  addEventListener('popstate', () => elsewhere && location.reload());
  if (location.hash === '#file') section.scrollIntoView();
}

/** Shows what pages without scripts have. */
function offerUpload() {
  const form = document.querySelector('noscript')?.textContent ?? '';
  const parsed = new DOMParser().parseFromString(form, 'text/html');
  document.querySelector('main')?.append(...parsed.body.children);
}

/**
 * @param {HTMLElement} section
 * @param {File | undefined} chosen
 */
async function verify(section, chosen) {
  if (!chosen) return;
  const { asking = '', failed = '', query = '', reading = '', tooLarge = '' } = section.dataset;
  if (chosen.size > LARGEST) return say(section, tooLarge, true);
  file = chosen;
  try {
    say(section, reading);
    const digest = await crypto.subtle.digest('SHA-256', await chosen.arrayBuffer());
    const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    say(section, asking);
    const address = `/files/${sha256}${query}`;
    show(await fetchPage(address));
    history.pushState(null, '', address);
    elsewhere = true;
  } catch {
    say(section, failed, true);
  }
}

/**
 * @param {string} address
 * @param {RequestInit} [options]
 */
async function fetchPage(address, options = {}) {
  const response = await fetch(address, { ...options, headers: { accept: 'text/html' } });
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/**
 * Puts another page's content here, with its switch of languages, and the reader's eye and screen reader at its beginning.
 * @param {Document} page
 */
function show(page) {
  const main = page.querySelector('main');
  if (!main) throw new TypeError('that is no page of ours');
  document.title = page.title;
  document.querySelector('main')?.replaceWith(main);
  const nav = page.querySelector('nav');
  if (nav) document.querySelector('nav')?.replaceWith(nav);
  const form = main.querySelector('[data-upload]');
  if (form instanceof HTMLFormElement && file) sendInHand(form, file);
  const heading = main.querySelector('h1');
  heading?.focus();
  scrollTo(0, 0);
}

/**
 * The file was chosen once already.
 * @param {HTMLFormElement} form
 * @param {File} chosen
 */
function sendInHand(form, chosen) {
  form.querySelector('.choose')?.remove();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const body = new FormData(form);
    body.append('file', chosen);
    form.querySelector('button')?.setAttribute('disabled', '');
    fetchPage(form.action, { method: 'POST', body }).then(show, () => {
      form.querySelector('button')?.removeAttribute('disabled');
      say(form, form.dataset['failed'] ?? '', true);
    });
  });
}

/**
 * @param {HTMLElement} where
 * @param {string} text
 * @param {boolean} [wrong] whether that is bad news
 */
function say(where, text, wrong = false) {
  const line = where.querySelector('[data-progress]');
  if (!line) return;
  line.textContent = text;
  line.classList.toggle('warning', wrong);
}
