/** A document of the set that is judged. */
export interface Document {
  name: string;
  level: 'B-B' | 'B-T' | 'B-LT';
  bytes: Uint8Array;
  /** Where it was written to. */
  file: string;
  /** The certificates that its signature and its time stamp go back to, as a PEM file. */
  rootsFile: string;
  /** What its page says, beyond what every page says. */
  texts: readonly string[];
}

/** What a tool makes of a document; an objection is in the tool's own words, or says what it left out. */
export type Verdict = 'accepted' | 'not-asked' | { objection: string };

/** A tool that we did not write. */
export interface Judge {
  name: string;
  /** Which version is there; null when none is. */
  version: () => Promise<string | null>;
  /** A verdict for each document, in their order. */
  judge: (documents: readonly Document[]) => Promise<Verdict[]>;
}

/** Asks about one document after another. */
export function oneByOne(ask: (document: Document) => Promise<Verdict> | Verdict): Judge['judge'] {
  return async (documents) => {
    const verdicts: Verdict[] = [];
    for (const document of documents) verdicts.push(await ask(document));
    return verdicts;
  };
}

/** Accepted when nothing of `wanted` is missing in what a tool said. */
export function saying(said: string, ...wanted: readonly (string | RegExp)[]): Verdict {
  const missing = wanted.filter((one) => said.search(one) < 0);
  if (missing.length === 0) return 'accepted';
  return { objection: `does not say ${missing.map(String).join(' nor ')}, but: ${said.trim()}` };
}
