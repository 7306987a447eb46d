import type { Id } from "@/lib/ids";
import type { Admission } from "./admissions";
import { distribute } from "./distribute";
import type { Round, RoundRoom } from "./round-rooms";

/** A seed from an id: repeating a draw with the same seed gives the same rooms. */
export const seedOf = (text: string): number => {
  let hash = 2166136261;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619);
  return hash >>> 0;
};

type Draw = {
  round: Pick<Round, "rule" | "groupSize">;
  people: readonly Admission[];
  affiliations: ReadonlyMap<Id<"admission">, string>;
  seed: number;
};

/** Rooms 1, 2, 3 … with their people, by the rule of the round. */
export function drawRooms({ round, people, affiliations, seed }: Draw): RoundRoom[] {
  if (round.rule === "talk" || round.rule === "own_choice") return [];
  const byId = new Map<string, Id<"admission">>(people.map(({ id }) => [id, id]));
  const groups = distribute({
    people: people.map(({ id }) => ({ id, affiliation: affiliations.get(id) ?? "" })),
    rule: round.rule,
    groupSize: round.groupSize,
    seed,
  });
  return groups.map((ids, index) => ({
    label: String(index + 1),
    admissionIds: ids.flatMap((id) => byId.get(id) ?? []),
  }));
}
