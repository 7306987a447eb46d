import "server-only";
import { and, eq, inArray, or } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { hiddenFrom, personBlocks, talkProfiles } from "@/db/schema/matchmaking";
import type { Id } from "@/lib/ids";
import { isApart } from "../rules";
import type { Apart } from "./profiles";

type PersonId = Id<"person">;
type Meeter = { id: PersonId; organisation: string };

/** Whether two of many don't meet: what `areApart` asks for a pair, read once for all of them. */
export type Hiding = (one: Meeter, other: Meeter) => boolean;

const nobody: ReadonlySet<PersonId> = new Set();

/** Who keeps away from whom among these people. */
export async function hidingAmong(reader: Reader, ids: readonly PersonId[]): Promise<Hiding> {
  if (ids.length === 0) return () => true;
  const among = [...ids];
  const blocks = await reader
    .select()
    .from(personBlocks)
    .where(or(inArray(personBlocks.personId, among), inArray(personBlocks.blockedId, among)));
  const hides = await reader.select().from(hiddenFrom).where(inArray(hiddenFrom.personId, among));
  const silent = await reader
    .select({ personId: talkProfiles.personId })
    .from(talkProfiles)
    .where(and(eq(talkProfiles.takesTalks, false), inArray(talkProfiles.personId, among)));
  const blocked = new Map<PersonId, Set<PersonId>>();
  const add = (one: PersonId, other: PersonId) =>
    blocked.set(one, (blocked.get(one) ?? new Set()).add(other));
  for (const { personId, blockedId } of blocks) {
    add(personId, blockedId);
    add(blockedId, personId);
  }
  const others = new Map(
    [...Map.groupBy(hides, ({ personId }) => personId)].map(
      ([personId, rows]) => [personId, new Set(rows.map(({ organisation }) => organisation))] as const,
    ),
  );
  const noTalks = new Set(silent.map(({ personId }) => personId));
  return (one, other) => {
    const hiding: Apart = {
      people: blocked.get(one.id) ?? nobody,
      mine: others.get(one.id) ?? new Set(),
      others,
      noTalks,
    };
    return (
      noTalks.has(one.id) || isApart(hiding, one, { personId: other.id, organisation: other.organisation })
    );
  };
}
