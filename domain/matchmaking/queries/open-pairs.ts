import "server-only";
import type { Reader } from "@/db/client";
import { taxonomyIn } from "@/domain/board/queries/taxonomy";
import type { Id } from "@/lib/ids";
import { keyOf, type Pair, pairOf } from "../internal/pairs";
import { closedTimes } from "../internal/plan-times";
import type { OpenPair } from "../internal/plan-wishes";
import { candidatesFor } from "../internal/suggestions/candidates";
import { populationOf, type Seeker } from "../internal/suggestions/population";
import { SUGGESTIONS } from "../rules";
import type { BasisPerson, PlanBasis } from "./plan-basis";
import { takersIn } from "./population";
import { dismissedIn } from "./relations";
import { allianceOf } from "./sides";

/** Pairs about which something was said, and who said anything. */
function statedIn({ wishes, asked }: PlanBasis) {
  const stated = wishes.map(({ fromPersonId: from, toPersonId: to }) => ({ from, to }));
  const all = [...stated, ...asked];
  return {
    pairs: new Set(all.map(({ from, to }) => keyOf(pairOf(from, to)))),
    people: new Set(all.map(({ from }) => from)),
  };
}

/** As suggestions see them; free are they also where only a plan has them, for that may move. */
async function seekersOf(reader: Reader, basis: PlanBasis): Promise<Seeker[]> {
  const { event, window, people } = basis;
  const allianceId = await allianceOf(reader, event.id);
  const taxonomy = await taxonomyIn(allianceId, reader);
  const among = people.map(({ id }) => id);
  const takers = await takersIn(reader, { eventId: event.id, allianceId, taxonomy, window, among });
  const times = closedTimes(basis);
  const freeOf = (id: Id<"person">) => basis.slots.flatMap((_, at) => (times.get(id)?.has(at) ? [] : [at]));
  return takers.map(({ card, seeker }) => ({ ...seeker, free: freeOf(card.personId) }));
}

/**
 * Whom suggestions would bring together: for everybody who wished for nobody themselves, their best dozen; and how well the
 * others' own wishes fit.
 */
export async function openPairs(reader: Reader, basis: PlanBasis): Promise<OpenPair[]> {
  if (basis.people.length === 0) return [];
  const seekers = await seekersOf(reader, basis);
  const population = populationOf(seekers);
  const stated = statedIn(basis);
  const among = basis.people.map(({ id }) => id);
  const dismissed = new Set(
    (await dismissedIn(reader, { eventId: basis.event.id, among })).map(({ who, whom }) =>
      keyOf(pairOf(who, whom)),
    ),
  );
  const found = new Map<string, Pair & { score: number }>();
  const people = new Map<string, BasisPerson>(basis.people.map((person) => [person.id, person]));
  const at = seekers.map(({ id }) => people.get(id));
  at.forEach((me, index) => {
    if (!me) return;
    const best = candidatesFor(population, index, () => false).slice(0, SUGGESTIONS);
    for (const { index: other, score } of best) {
      const partner = at[other];
      if (!partner || basis.hiding(me, partner)) continue;
      const pair = pairOf(me.id, partner.id);
      if (dismissed.has(keyOf(pair))) continue;
      if (stated.people.has(me.id) && !stated.pairs.has(keyOf(pair))) continue;
      found.set(keyOf(pair), { ...pair, score });
    }
  });
  return [...found.values()];
}
