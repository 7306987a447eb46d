/** One thing the product keeps in a browser. All of them are necessary for what the reader asked for (V02). */
export type StorageEntry = {
  /** Key of its purpose and life in the `legal` messages. */
  id: "login" | "seats" | "flash" | "browser" | "confirm" | "hasTalks" | "tab" | "devices";
  kind: "cookie" | "localStorage" | "sessionStorage";
  /** Name in the browser; on http (demo on this machine) without the `__Host-` prefix. */
  name: string;
};

/** Everything the product ever stores in a browser; the privacy notice shows this list, so it is complete. */
export const storageEntries: readonly StorageEntry[] = [
  { id: "login", kind: "cookie", name: "__Host-plenum-login" },
  { id: "seats", kind: "cookie", name: "__Host-plenum-seats" },
  { id: "flash", kind: "cookie", name: "__Host-plenum-flash" },
  { id: "browser", kind: "cookie", name: "__Host-plenum-browser" },
  { id: "confirm", kind: "cookie", name: "__Host-plenum-confirm" },
  { id: "hasTalks", kind: "cookie", name: "plenum-has-talks" },
  { id: "tab", kind: "sessionStorage", name: "plenum-tab" },
  { id: "devices", kind: "localStorage", name: "plenum-devices" },
];
