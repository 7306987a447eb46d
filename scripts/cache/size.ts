/** An object, an entry of a map or a value that is no text costs about this much beside what it holds. */
const FLAT_BYTES = 100;
/** What Next stores is four levels deep; whatever lies deeper is no text of a page. */
const DEEPEST = 8;

/** Bytes that a value takes in memory, rather too many than too few: a character of a text may take two. */
export function bytesOf(value: unknown, depth = 0): number {
  if (typeof value === "string") return value.length * 2;
  if (value instanceof Uint8Array) return value.byteLength;
  if (typeof value !== "object" || value === null || depth > DEEPEST) return FLAT_BYTES;
  const parts = value instanceof Map ? value : Object.entries(value);
  let sum = FLAT_BYTES;
  for (const [name, part] of parts) sum += bytesOf(name, depth) + bytesOf(part, depth + 1);
  return sum;
}
