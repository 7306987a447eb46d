type Kind = "localStorage" | "sessionStorage";

/** What the browser keeps under this name; nothing where storage is forbidden: then every visit is the first one. */
export function readStored(kind: Kind, key: string): string {
  try {
    return window[kind].getItem(key) ?? "";
  } catch {
    // Forbidden, or no browser at all.
    return "";
  }
}

export function writeStored(kind: Kind, key: string, value: string): void {
  try {
    window[kind].setItem(key, value);
  } catch {
    // Forbidden or full: the room works without being remembered.
    return;
  }
}
