import "server-only";
import type { Reader } from "@/db/client";
import type { Id } from "@/lib/ids";
import type { Taker } from "../internal/partners";
import { populationOf, type Seeker } from "../internal/suggestions/population";
import { directionsOf } from "../internal/suggestions/score";
import type { Talks } from "./partners";
import { sketchesIn, takersIn } from "./population";

type PersonId = Id<"person">;

/** An event as one person looks for a partner in it. */
export type Crowd = {
  /** Everybody, because how rare a topic is depends on all; whole are `me` and whoever has a topic in common. */
  people: Seeker[];
  /** The place of the one who looks. */
  index: number;
  takers: ReadonlyMap<PersonId, Taker>;
};

/**
 * Whom one person of an event can be brought together with. Profiles, networks and calendars are read of those alone who
 * have a topic in common with them: the others can't be suggested, and reading them was most of the work.
 */
export async function crowdFor(reader: Reader, talks: Talks, me: PersonId): Promise<Crowd | undefined> {
  const sketches = await sketchesIn(reader, talks);
  const index = sketches.findIndex(({ id }) => id === me);
  if (index < 0) return undefined;
  const { others } = directionsOf(populationOf(sketches), index);
  const among = [me, ...others.flatMap((at) => sketches[at]?.id ?? [])];
  const known = await takersIn(reader, { ...talks, among });
  const takers = new Map(known.map((taker) => [taker.card.personId, taker]));
  return { index, takers, people: sketches.map((one) => takers.get(one.id)?.seeker ?? one) };
}
