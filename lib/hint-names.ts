/** signedIn: this browser is signed in. hasTalks: it is worth asking for a talk that starts soon. */
export type Hint = "signedIn" | "hasTalks";

const names: Record<Hint, string> = { signedIn: "plenum-signed-in", hasTalks: "plenum-has-talks" };

/** The cookie's name, on http and https alike. */
export const hintName = (hint: Hint): string => names[hint];

/** Whether a browser's `document.cookie` gives the hint. */
export const isHinted = (cookies: string, hint: Hint): boolean =>
  cookies.split("; ").includes(`${names[hint]}=1`);
