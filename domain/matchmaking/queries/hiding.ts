import "server-only";
import type { Reader } from "@/db/client";
import type { Id } from "@/lib/ids";
import { keyOf, pairOf } from "../internal/pairs";
import { silentAmong } from "./profiles";
import { keptAwayIn } from "./relations";

type PersonId = Id<"person">;
type Meeter = { id: PersonId };

/** Whether two of many don't meet: what `areApart` asks for a pair, read once for all of them. */
export type Hiding = (one: Meeter, other: Meeter) => boolean;

/** Who of these people of an event don't meet. */
export async function hidingAmong(
  reader: Reader,
  { eventId, among }: { eventId: Id<"event">; among: readonly PersonId[] },
): Promise<Hiding> {
  if (among.length === 0) return () => true;
  const silent = await silentAmong(reader, among);
  const kept = await keptAwayIn(reader, { eventId, among });
  const apart = new Set(kept.map(({ who, whom }) => keyOf(pairOf(who, whom))));
  return ({ id: one }, { id: other }) =>
    silent.has(one) || silent.has(other) || apart.has(keyOf(pairOf(one, other)));
}
