import { dice } from "@/db/seed/random";
import { populationOf } from "@/domain/matchmaking/internal/suggestions/population";
import { directionsOf } from "@/domain/matchmaking/internal/suggestions/score";
import { SUGGESTIONS } from "@/domain/matchmaking/rules";
import type { Generated } from "./crowd";
import type { Suggested } from "./quality";

/** Twelve of those who share a tag, drawn: what a list says at least. */
export function drawn(crowd: readonly Generated[], seed: number): Suggested {
  const random = dice(seed).next;
  const population = populationOf(crowd.map(({ said }) => said));
  return crowd.map((_, me) => {
    const others = [...directionsOf(population, me).others];
    for (let at = others.length - 1; at > 0; at -= 1) {
      const to = Math.floor(random() * (at + 1));
      [others[at], others[to]] = [others[to] ?? 0, others[at] ?? 0];
    }
    return others.slice(0, SUGGESTIONS);
  });
}

/** The most that one person's own search would find: who offers most of what they seek, whoever else gets them too. */
export function bestForMe(crowd: readonly Generated[]): Suggested {
  const population = populationOf(crowd.map(({ said }) => said));
  return crowd.map((_, me) => {
    const { mine, others } = directionsOf(population, me);
    return [...others].sort((a, b) => (mine[b] ?? 0) - (mine[a] ?? 0) || a - b).slice(0, SUGGESTIONS);
  });
}

/** The same rule over what is true instead of what is said: as good as suggestions could be if all said all. */
export const truthful = (crowd: readonly Generated[]): Generated[] =>
  crowd.map((one) => ({ ...one, said: { ...one.said, seeks: [...one.needs], offers: [...one.abilities] } }));
