import "server-only";
import { inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { listings } from "@/db/schema/matchmaking";
import { taxonomyIn } from "@/domain/board/queries/taxonomy";
import { todays } from "../internal/partners";
import { closedTimes } from "../internal/plan-times";
import { keyOf, type OpenPair, type Pair, pairOf } from "../internal/plan-wishes";
import { candidatesFor } from "../internal/suggestions/candidates";
import { populationOf, type Seeker } from "../internal/suggestions/population";
import { SUGGESTIONS } from "../rules";
import type { PlanBasis } from "./plan-basis";
import { profilesOf } from "./profiles";
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

async function seekersOf(reader: Reader, basis: PlanBasis): Promise<Seeker[]> {
  const ids = basis.people.map(({ id }) => id);
  const rows = await reader.select().from(listings).where(inArray(listings.personId, ids));
  const taxonomy = await taxonomyIn(await allianceOf(reader, basis.event.id), reader);
  const [byPerson, profiles] = [Map.groupBy(rows, ({ personId }) => personId), await profilesOf(reader, ids)];
  const times = closedTimes(basis);
  return basis.people.map(({ id, organisation }) => {
    const said = todays(byPerson.get(id) ?? [], taxonomy);
    const tags = (kind: "need" | "offer") => said.flatMap((one) => (one.kind === kind ? [one.tag] : []));
    return {
      ...{ id, organisation, network: undefined, seeks: tags("need"), offers: tags("offer") },
      cooperation: profiles.get(id)?.cooperation ?? [],
      languages: profiles.get(id)?.languages ?? [],
      free: basis.slots.flatMap((_, at) => (times.get(id)?.has(at) ? [] : [at])),
    };
  });
}

/**
 * Whom suggestions would bring together: for everybody who wished for nobody themselves, their best dozen; and how well the
 * others' own wishes fit.
 */
export async function openPairs(reader: Reader, basis: PlanBasis): Promise<OpenPair[]> {
  if (basis.people.length === 0) return [];
  const population = populationOf(await seekersOf(reader, basis));
  const stated = statedIn(basis);
  const found = new Map<string, Pair & { score: number }>();
  basis.people.forEach((me, index) => {
    const best = candidatesFor(population, index, () => false).slice(0, SUGGESTIONS);
    for (const { index: other, score } of best) {
      const partner = basis.people[other];
      if (!partner || basis.hiding(me, partner)) continue;
      const pair = pairOf(me.id, partner.id);
      if (stated.people.has(me.id) && !stated.pairs.has(keyOf(pair))) continue;
      found.set(keyOf(pair), { ...pair, score });
    }
  });
  return [...found.values()];
}
