/** Letters for a person without a picture: first and last word, titles left out. “Prof. Dr. Amara Feldkamp” is AF. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "" && !word.endsWith("."));
  const first = words.at(0) ?? name.trim();
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  return ([...first].slice(0, 1).join("") + [...last].slice(0, 1).join("")).toLocaleUpperCase("de");
}

/** Colour 1–8 of a person: stable for an id, spread evenly (FNV-1a modulo 8). */
export function avatarColour(seed: string): number {
  let hash = 0x811c9dc5;
  for (const char of seed) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return ((hash >>> 0) % 8) + 1;
}
