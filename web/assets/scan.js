// Reads the QR code with the camera, where the browser can. What it says is typed into the form, as it were: the server
// takes the code out of it, and warns when it leads elsewhere. Nobody is led to an address that was scanned.

const section = document.querySelector('#camera');
const EVERY_MS = 250;

/** @typedef {{ detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> }} Detector */

if (section instanceof HTMLElement && 'BarcodeDetector' in globalThis && navigator.mediaDevices) await begin(section);

/** @param {HTMLElement} section */
async function begin(section) {
  const { BarcodeDetector } =
    /** @type {{ BarcodeDetector: { new (options: object): Detector, getSupportedFormats(): Promise<string[]> } }} */ (
      /** @type {unknown} */ (globalThis)
    );
  const formats = await BarcodeDetector.getSupportedFormats();
  const video = section.querySelector('video');
  const scan = section.querySelector('[data-scan]');
  const stop = section.querySelector('[data-stop]');
  if (!formats.includes('qr_code') || !video) return;
  if (!(scan instanceof HTMLElement) || !(stop instanceof HTMLElement)) return;
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  section.hidden = false;
  scan.addEventListener('click', () => void look(section, { video, scan, stop }, detector));
  stop.addEventListener('click', () => close({ video, scan, stop }));
}

/** @typedef {{ video: HTMLVideoElement, scan: HTMLElement, stop: HTMLElement }} Parts */

/**
 * @param {HTMLElement} section
 * @param {Parts} parts
 * @param {Detector} detector
 */
async function look(section, parts, detector) {
  const { video } = parts;
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    await video.play();
  } catch {
    const line = section.querySelector('[data-progress]');
    if (line) line.textContent = section.dataset['noCamera'] ?? '';
    return close(parts);
  }
  toggle(parts, true);
  parts.stop.focus();
  while (video.srcObject) {
    const [found] = await detector.detect(video).catch(() => []);
    if (found) return lead(section, parts, found.rawValue);
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
  query.set('code', text.slice(0, 400));
  location.assign(`/?${query}`);
}

/** @param {Parts} parts */
function close(parts) {
  const { srcObject } = parts.video;
  if (srcObject instanceof MediaStream) for (const track of srcObject.getTracks()) track.stop();
  parts.video.srcObject = null;
  toggle(parts, false);
}

/**
 * @param {Parts} parts
 * @param {boolean} looking
 */
function toggle({ scan, stop, video }, looking) {
  video.hidden = !looking;
  stop.hidden = !looking;
  scan.hidden = looking;
}
