import type { Reader } from "@/db/client";
import type { Id } from "@/lib/ids";
import { affiliationsOf } from "../queries";
import { answersOf, findDrawable, type Topics, topicNames, topicsOf } from "../queries/draw-facts";
import type { RoundRule } from "../schema";
import type { Admission } from "./admissions";
import { distribute } from "./distribute";
import { drawAlike } from "./draw-alike";
import { drawOffers } from "./draw-offers";
import type { Round, RoundRoom } from "./round-rooms";

/** A seed from an id: repeating a draw with the same seed gives the same rooms. */
export const seedOf = (text: string): number => {
  let hash = 2166136261;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619);
  return hash >>> 0;
};

/** Rules by which a draft is never drawn: somebody says who goes where. */
const UNDRAWN = new Set<RoundRule>(["by_hand", "free_choice", "own_choice", "networking", "talk"]);
export const isDrawn = (rule: RoundRule): boolean => !UNDRAWN.has(rule);

type Drawing = Pick<Round, "rule" | "groupSize" | "questionId">;
type Draw = { round: Drawing; eventId: Id<"event">; people: readonly Admission[]; seed: number };
type Group = { ids: readonly string[]; matches: string | null; label: string | null };

const everything = ({ seeks, offers }: Topics) => [...new Set([...seeks, ...offers])];

/** What each of these people could share with others by the rule of the round; empty where that is not its rule. */
export async function sharesOf(
  reader: Reader,
  { round, eventId, people }: Omit<Draw, "seed">,
): Promise<Map<string, readonly string[]>> {
  if (round.rule === "topics") {
    const topics = await topicsOf(reader, people);
    return new Map([...topics].map(([id, own]) => [id, everything(own)]));
  }
  if (round.rule !== "answer" || !round.questionId) return new Map();
  return answersOf(reader, people, { eventId, questionId: round.questionId });
}

/** What a room is called by what its people share. */
async function labelsOf(
  reader: Reader,
  { round, eventId, shared }: Pick<Draw, "round" | "eventId"> & { shared: readonly string[] },
): Promise<Map<string, string>> {
  if (round.rule === "topics") return topicNames(reader, shared);
  if (!round.questionId) return new Map();
  const question = await findDrawable(reader, { eventId, questionId: round.questionId });
  return new Map(question?.options.map(({ id, de, en }) => [id, de || en]));
}

async function groupsOf(reader: Reader, draw: Draw): Promise<Group[]> {
  const { round, people, seed } = draw;
  const { groupSize, rule } = round;
  const plain = (ids: readonly string[]): Group => ({ ids, matches: null, label: null });
  if (rule === "offers") {
    const topics = await topicsOf(reader, people);
    const traders = [...topics].map(([id, own]) => ({ id, ...own }));
    return drawOffers({ people: traders, groupSize, seed }).map(plain);
  }
  if (rule === "topics" || rule === "answer") {
    const shares = await sharesOf(reader, draw);
    const sharers = people.map(({ id }) => ({ id, shares: shares.get(id) ?? [] }));
    const rooms = drawAlike({ people: sharers, groupSize, seed });
    const labels = await labelsOf(reader, { ...draw, shared: rooms.flatMap(({ matches }) => matches ?? []) });
    return rooms.map(({ ids, matches }) => ({
      ...{ ids, matches },
      label: (matches && labels.get(matches)) ?? null,
    }));
  }
  const affiliations = await affiliationsOf(reader, people);
  const candidates = people.map(({ id }) => ({ id, affiliation: affiliations.get(id) ?? "" }));
  return distribute({ people: candidates, rule, groupSize, seed }).map(plain);
}

/** Rooms 1, 2, 3 … with their people, by the rule of the round. */
export async function drawRooms(reader: Reader, draw: Draw): Promise<RoundRoom[]> {
  if (!isDrawn(draw.round.rule)) return [];
  const byId = new Map<string, Id<"admission">>(draw.people.map(({ id }) => [id, id]));
  const groups = await groupsOf(reader, draw);
  return groups.map(({ ids, matches, label }, index) => ({
    label: label ? `${index + 1} · ${label}`.slice(0, 80) : String(index + 1),
    matches,
    admissionIds: ids.flatMap((id) => byId.get(id) ?? []),
  }));
}
