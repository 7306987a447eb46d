/** The value in a text of JSON, as a file may hold it with a byte order mark; undefined when it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}
