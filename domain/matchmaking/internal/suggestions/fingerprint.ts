import { createHash } from "node:crypto";
import type { Seeker } from "./population";

/**
 * What a person's list is worked out from, but for the clock: while it stays the same, so may the list. `apart` are the people
 * of the event who are not suggested to them.
 */
export function fingerprintOf(seeker: Seeker, apart: Iterable<string>): string {
  const { id: _, ...said } = seeker;
  return createHash("sha256")
    .update(JSON.stringify([said, [...apart].sort()]))
    .digest("base64url")
    .slice(0, 22);
}
