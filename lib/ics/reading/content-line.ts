/** One line of a calendar: `DTSTART;TZID=Europe/Berlin:20270110T080000`. */
export type ContentLine = { name: string; params: ReadonlyMap<string, string>; value: string };

/** The name that a line begins with, in capitals; "" for what is no content line. */
export const nameOf = (line: string): string =>
  /^\s*([A-Za-z0-9-]+)\s*[;:]/.exec(line.slice(0, 120))?.[1]?.toUpperCase() ?? "";

/** Where the value begins: the first colon outside of quotes; -1 for a line without one. */
function colonOf(line: string): number {
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at];
    if (sign === '"') quoted = !quoted;
    else if (sign === ":" && !quoted) return at;
  }
  return -1;
}

const unquoted = (text: string) => text.replace(/^"|"$/g, "");

/** Reads what the parts between semicolons say; blanks around the signs are forgiven, empty parts are not. */
function paramsOf(parts: readonly string[]): Map<string, string> | undefined {
  const params = new Map<string, string>();
  for (const part of parts) {
    const at = part.indexOf("=");
    if (at <= 0) return undefined;
    params.set(part.slice(0, at).trim().toUpperCase(), unquoted(part.slice(at + 1).trim()));
  }
  return params;
}

/** Semicolons within quotes belong to a value; values that this reader needs have none. */
const partsOf = (head: string): string[] => head.match(/(?:[^;"]|"[^"]*")+|;(?=;|$)/g) ?? [];

/** The parts of a line; undefined for a line that says nothing that can be understood. */
export function contentLine(line: string): ContentLine | undefined {
  const colon = colonOf(line);
  if (colon < 0) return undefined;
  const [name = "", ...parts] = partsOf(line.slice(0, colon));
  const params = paramsOf(parts);
  return params && { name: name.trim().toUpperCase(), params, value: line.slice(colon + 1).trim() };
}
