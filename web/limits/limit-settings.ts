/** How much is answered, to one address and in all. */
export interface LimitSettings {
  /** Verifications of one address within a minute. */
  perAddressMinute: number;
  /** Unknown and mistyped codes of one address within an hour; after that not even what there is. */
  missesPerAddressHour: number | (() => number);
  /** Requests in all within a second. */
  inAllSecond: number;
  /** Files that are being read or judged; each may hold twice its 10 MB in memory. */
  uploadsAtOnce: number;
  /** Of those, of one address: whoever sends slowly would otherwise keep all others from it. */
  uploadsPerAddress: number;
}

/**
 * Guessing a code. It has 17 random characters of 5 bits, 85 bits in all (the 18th is arithmetic): 2^85 = 3.9 · 10^25
 * codes. With 10 million copies issued, one guess finds one of them with probability 10^7 / 3.9 · 10^25 = 2.6 · 10^-19.
 *
 * - 10 million guesses are expected to find 2.6 · 10^-12 codes: none.
 * - At `inAllSecond` for a whole year, 3000 · 31.5 million = 9.5 · 10^10 guesses, 2.4 · 10^-8.
 * - One address gets 20 wrong ones an hour answered (`verification.unknownPerHour`), 175 200 a year.
 *
 * So the limits keep the server free for those who verify; that guessing is useless, the code alone sees to. Unknown and
 * mistyped codes are answered alike, with one lookup each, and both count: what the answer says beyond that is the
 * check character, which anybody can work out.
 */
export const DEFAULT_LIMITS: Omit<LimitSettings, 'missesPerAddressHour'> = {
  perAddressMinute: 120,
  inAllSecond: 3000,
  uploadsAtOnce: 8,
  uploadsPerAddress: 2,
};
