import { type CookieKind, cookiePrefix } from "@/lib/cookies";
import { type Hint, hintName } from "@/lib/hint-names";

/** One thing the product keeps in a browser. All of them are necessary for what the reader asked for (V02). */
export type StorageEntry = {
  /** Key of its purpose and life in the `legal` messages. */
  id: CookieKind | Hint | "entered" | "devices" | "view" | "checkIn" | "typed";
  kind: "cookie" | "localStorage" | "sessionStorage";
  /** Name as the browser's tools show it. */
  name: string;
};

/** The compiler asks for every cookie here, so that none can be set without standing in the privacy notice. */
const sealedCookies: Record<CookieKind, true> = {
  login: true,
  seats: true,
  flash: true,
  browser: true,
  pending: true,
  confirm: true,
  organisation: true,
  address: true,
  hall: true,
};

const isCookieKind = (name: string): name is CookieKind => name in sealedCookies;

/** Everything the product stores in a browser; the privacy notice shows this list. */
export const storageEntries: readonly StorageEntry[] = [
  ...Object.keys(sealedCookies)
    .filter(isCookieKind)
    .map((id) => ({ id, kind: "cookie" as const, name: `${cookiePrefix(id)}plenum-${id}` })),
  { id: "signedIn", kind: "cookie", name: hintName("signedIn") },
  { id: "hasTalks", kind: "cookie", name: hintName("hasTalks") },
  { id: "entered", kind: "sessionStorage", name: "plenum.room.…" },
  { id: "typed", kind: "sessionStorage", name: "plenum.form.…" },
  { id: "devices", kind: "localStorage", name: "plenum.devices" },
  { id: "view", kind: "localStorage", name: "plenum.view" },
  { id: "checkIn", kind: "localStorage", name: "plenum.check-in.…" },
];
