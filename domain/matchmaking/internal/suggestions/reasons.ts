import type { Population, Seeker } from "./population";
import { ofOtherNetworks, shared } from "./score";

/** Why two people are suggested to each other, seen from the first; both read the same tags, the other way round. */
export type Reasons = {
  /** What the first seeks and the second offers, rarest first. */
  youSeek: string[];
  /** What the second seeks and the first offers, rarest first. */
  theySeek: string[];
  cooperation: string[];
  otherNetwork: boolean;
};

/** Topics alone, which is what reasons are made of. */
export type Said = Pick<Seeker, "seeks" | "offers">;

/** What of the one meets what of the other, rarest first. */
export function topicsOf(
  rarity: Population["rarity"],
  you: Said,
  they: Said,
): Pick<Reasons, "youSeek" | "theySeek"> {
  const rarestFirst = (tags: string[]) =>
    [...new Set(tags)].sort((a, b) => (rarity.get(b) ?? 0) - (rarity.get(a) ?? 0) || a.localeCompare(b));
  return {
    youSeek: rarestFirst(shared(you.seeks, they.offers)),
    theySeek: rarestFirst(shared(you.offers, they.seeks)),
  };
}

export const reasonsFor = (rarity: Population["rarity"], you: Seeker, they: Seeker): Reasons => ({
  ...topicsOf(rarity, you, they),
  cooperation: [...new Set(shared(you.cooperation, they.cooperation))],
  otherNetwork: ofOtherNetworks(you, they),
});
