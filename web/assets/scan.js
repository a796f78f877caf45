// Reads the QR code with the camera, where the browser can. What it says is typed into the form, as it were: the server
// takes the code out of it, and warns when it leads elsewhere. Nobody is led to an address that was scanned.

const section = document.querySelector('#camera');
const EVERY_MS = 250;
/** So many looks without a code, and something is said: ten seconds. */
const PATIENCE = 40;
const LONGEST = 400;

/** @typedef {{ detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> }} Detector */
/** @typedef {{ video: HTMLVideoElement, scan: HTMLButtonElement, stop: HTMLButtonElement, line: HTMLElement }} Parts */

if (section instanceof HTMLElement && 'BarcodeDetector' in globalThis && navigator.mediaDevices) await begin(section);

/** @param {HTMLElement} section */
async function begin(section) {
  const detector = await createDetector().catch(() => undefined);
  const video = section.querySelector('video');
  const scan = section.querySelector('[data-scan]');
  const stop = section.querySelector('[data-stop]');
  const line = section.querySelector('[data-progress]');
  if (!detector || !video || !(line instanceof HTMLElement)) return;
  if (!(scan instanceof HTMLButtonElement) || !(stop instanceof HTMLButtonElement)) return;
  const parts = { video, scan, stop, line };
  section.hidden = false;
  scan.addEventListener('click', () => void look(section, parts, detector));
  stop.addEventListener('click', () => {
    close(parts);
    scan.focus();
  });
  // A camera that nobody looks through is off.
  document.addEventListener('visibilitychange', () => document.hidden && close(parts));
}

/** Undefined where the browser knows the interface, but not this kind of code. */
async function createDetector() {
  const { BarcodeDetector } =
    /** @type {{ BarcodeDetector: { new (options: object): Detector, getSupportedFormats(): Promise<string[]> } }} */ (
      /** @type {unknown} */ (globalThis)
    );
  const formats = await BarcodeDetector.getSupportedFormats();
  return formats.includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : undefined;
}

/**
 * @param {HTMLElement} section
 * @param {Parts} parts
 * @param {Detector} detector
 */
async function look(section, parts, detector) {
  const { line, scan, stop, video } = parts;
  const { looking = '', noCamera = '', nothingYet = '', refused = '' } = section.dataset;
  // One question for permission at a time.
  scan.disabled = true;
  line.textContent = '';
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    await video.play();
  } catch (error) {
    close(parts);
    line.textContent = error instanceof DOMException && error.name === 'NotAllowedError' ? refused : noCamera;
    line.classList.add('warning');
    return;
  } finally {
    scan.disabled = false;
  }
  toggle(parts, true);
  stop.focus();
  line.textContent = looking;
  for (let looks = 1; video.srcObject; looks += 1) {
    const [found] = await detector.detect(video).catch(() => []);
    if (found && video.srcObject) return lead(section, parts, found.rawValue);
    if (looks === PATIENCE && video.srcObject) line.textContent = nothingYet;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}

/**
 * @param {HTMLElement} section
 * @param {Parts} parts
 * @param {string} text
 */
function lead(section, parts, text) {
  close(parts);
  const query = new URLSearchParams(section.dataset['query'] ?? '');
  query.set('code', text.slice(0, LONGEST));
  location.assign(`/?${query}`);
}

/** @param {Parts} parts */
function close(parts) {
  const { srcObject } = parts.video;
  if (srcObject instanceof MediaStream) for (const track of srcObject.getTracks()) track.stop();
  parts.video.srcObject = null;
  parts.line.textContent = '';
  toggle(parts, false);
}

/**
 * @param {Parts} parts
 * @param {boolean} looking
 */
function toggle({ line, scan, stop, video }, looking) {
  line.classList.remove('warning');
  video.hidden = !looking;
  stop.hidden = !looking;
  scan.hidden = looking;
}
