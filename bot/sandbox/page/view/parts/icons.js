const SVG = 'http://www.w3.org/2000/svg';

/** Strokes on a 24 × 24 field, drawn for this page. */
const PATHS = {
  back: 'M15 5l-7 7 7 7',
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  person:
    'M3.5 6.5a2 2 0 0 1 2-2h13a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2zM9 8.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM6 16c.4-1.4 1.5-2 3-2s2.6.6 3 2M15 9.500h2.500M15 13h2.5',
  send: 'M4.5 4.800l15 7.2-15 7.2 2-7.200zM6.5 12h6',
  attach:
    'M18.5 11.500l-6.6 6.600a4 4 0 0 1-5.7-5.700l7-7a2.7 2.7 0 0 1 3.8 3.800l-6.7 6.700a1.3 1.3 0 0 1-1.9-1.900l6.1-6.1',
  smile: 'M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM8.5 14c.7 1.3 2 2 3.5 2s2.8-.7 3.5-2M9 9.500v.5M15 9.500v.5',
  keyboard: 'M4 5.500h6.500V11H4zM13.5 5.500H20V11h-6.500zM4 13.500h6.500V19H4zM13.5 13.500H20V19h-6.500z',
  chevron: 'M6 9.500l6 6 6-6',
  close: 'M6 6l12 12M18 6L6 18',
  menu: 'M4.5 7h15M4.5 12h15M4.5 17h9',
  phone:
    'M6.2 4.500h3l1.5 4-2 1.400a10 10 0 0 0 5.4 5.400l1.4-2 4 1.500v3c0 1-.8 1.7-1.7 1.700C10.7 19.5 4.5 13.3 4.5 6.200c0-.9.7-1.7 1.7-1.700z',
  open: 'M13.5 4.500h6v6M19 5l-8 8M10 5.500H6a1.5 1.5 0 0 0-1.5 1.500v11A1.5 1.5 0 0 0 6 19.500h11a1.5 1.5 0 0 0 1.5-1.500v-4',
  download: 'M12 4v11M7 10.500l5 5 5-5M5 19.500h14',
  arrow: 'M8 16l8-8M9.5 8H16v6.5',
  copy: 'M9 9h10.500v10.500H9zM15 6V4.500H4.500V15H6',
  block: 'M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM6 6l12 12',
  info: 'M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.500M12 7.500v.01',
  globe: 'M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.500c5 5 5 12 0 17M12 3.500c-5 5-5 12 0 17',
  reply: 'M10 6L4.5 11.500 10 17M5 11.500h8.500a6 6 0 0 1 6 6v.5',
  fill: 'M5 12h12M12.5 6.500L18 12l-5.5 5.5',
  tick: 'M4.5 12.500l4.5 4.500L19 7',
  ticks: 'M1.5 12.500L6 17 15.5 7M10.5 15.500L12 17 21.5 7',
};

/** @typedef {keyof typeof PATHS} Icon */

/**
 * A picture beside a text or a label; by itself it says nothing to a screen reader.
 * @param {Icon} name
 * @param {string} [className]
 */
export function icon(name, className = '') {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', `icon ${className}`.trimEnd());
  svg.setAttribute('aria-hidden', 'true');
  svg.append(path);
  return svg;
}
