const PARTICLES = new Set(["von", "van", "vom", "zu", "zum", "zur", "de", "der", "den", "du", "la", "le"]);

/** „von der Heide, Anna“ stands under H, as in a telephone book. */
export function sortKey(name: string): string {
  const words = name.split(/\s+/);
  const last = words.findLast((word) => !PARTICLES.has(word.toLowerCase())) ?? name;
  return `${last} ${name}`;
}

/** In the order of a printed list: by family name, Ä beside A. */
export function inDoorOrder<Person extends { name: string }>(people: readonly Person[]): Person[] {
  const order = new Intl.Collator("de", { sensitivity: "base", numeric: true });
  return [...people].sort((a, b) => order.compare(sortKey(a.name), sortKey(b.name)));
}
