const LETTERS: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", æ: "ae", ø: "o", ł: "l" };

/** A title as a piece of an address: ASCII words, at most 60 characters, never empty. */
export function slugOf(title: string): string {
  const ascii = title
    .toLowerCase()
    .replace(/[äöüßæøł]/g, (letter) => LETTERS[letter] ?? "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
  const words = ascii.replace(/[^a-z0-9]+/g, "-").replace(/^-+/, "");
  return words.slice(0, 60).replace(/-+$/, "") || "veranstaltung";
}

/** The first of `slug`, `slug-2`, `slug-3`, … that nobody has. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}
