/**
 * Text as words are compared: small letters, umlauts written out, no accents, hyphens gone so that „Spritzguss-Simulation“
 * and „Spritzgusssimulation“ are one word.
 */
export const normalised = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/(?<=\p{L})[-‐‑–](?=\p{L})/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The words of a search, at most eight: more would only make it slow. */
export const searchWords = (query: string): string[] =>
  normalised(query)
    .split(" ")
    .filter((word) => word !== "")
    .slice(0, 8);
