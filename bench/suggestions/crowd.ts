import { dice } from "@/db/seed/random";
import type { Seeker } from "@/domain/matchmaking/internal/suggestions/population";

/** A generated person: what they say of themselves, and what is true, which no suggestion may look at. */
export type Generated = { said: Seeker; needs: ReadonlySet<string>; abilities: ReadonlySet<string> };

const FIELDS = 10;
const TAGS_PER_FIELD = 10;
const NETWORKS = 19;
/** Of what is true, so much is said; and so many say something popular that is not true. */
const SAID = 0.75;
const SAID_WRONGLY = 0.5;

type Random = () => number;

/** Small numbers more often than large ones, as tags are in life. */
const skewed = (random: Random, below: number) => Math.floor(random() ** 2 * below);
const tagOf = (field: number, tag: number) => `f${field}t${tag}`;

function latent(random: Random, field: number): Set<string> {
  const tags = new Set<string>();
  const count = 3 + Math.floor(random() * 4);
  while (tags.size < count) {
    const at = random() < 0.7 ? field : skewed(random, FIELDS);
    tags.add(tagOf(at, skewed(random, TAGS_PER_FIELD)));
  }
  return tags;
}

function said(random: Random, truth: ReadonlySet<string>): string[] {
  const tags = new Set([...truth].filter(() => random() < SAID));
  if (random() < SAID_WRONGLY) tags.add(tagOf(skewed(random, FIELDS), skewed(random, TAGS_PER_FIELD)));
  return [...tags];
}

/** People of 19 networks with needs and abilities around one or two fields; the same for the same seed. */
export function generate(count: number, { seed, slots }: { seed: number; slots: number }): Generated[] {
  const random = dice(seed).next;
  return Array.from({ length: count }, (_, index) => {
    const needs = latent(random, skewed(random, FIELDS));
    const abilities = latent(random, skewed(random, FIELDS));
    return {
      needs,
      abilities,
      said: {
        id: `per_${String(index).padStart(6, "0")}`,
        organisation: `org${Math.floor(random() * count * 0.7)}`,
        network: `net${skewed(random, NETWORKS)}`,
        seeks: said(random, needs),
        offers: said(random, abilities),
        cooperation: [`kind${skewed(random, 7)}`],
        languages: random() < 0.9 ? ["de", "en"] : ["en"],
        free: Array.from({ length: slots }, (__, slot) => slot).filter(() => random() < 0.6),
      },
    };
  });
}
