/** 张三 → 张*, 欧阳娜娜 → 欧***: the first character stays. A name of several words keeps their first letters. */
export function maskName(name: string): string {
  return name
    .split(' ')
    .map((word) => maskAfter(word, 1))
    .join(' ');
}

/** 110105********002X: enough to recognise one's own, not enough to learn it. */
export function maskDocumentNumber(number: string): string {
  const shown = number.length >= 15 ? { first: 6, last: 4 } : { first: 1, last: 2 };
  return maskBetween(number, shown.first, shown.last);
}

/** 8613*******42. */
export function maskPhone(phone: string): string {
  return maskBetween(phone, 4, 2);
}

function maskAfter(text: string, first: number): string {
  return maskBetween(text, first, 0);
}

// What is too short to hide anything in is hidden whole.
function maskBetween(text: string, first: number, last: number): string {
  const characters = Array.from(text);
  const hidden = characters.length - first - last;
  if (hidden <= 0) return '*'.repeat(characters.length);
  return [...characters.slice(0, first), '*'.repeat(hidden), ...characters.slice(characters.length - last)].join('');
}
