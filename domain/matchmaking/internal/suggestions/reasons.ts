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

export function reasonsFor(rarity: Population["rarity"], you: Seeker, they: Seeker): Reasons {
  const rarestFirst = (tags: string[]) =>
    [...new Set(tags)].sort((a, b) => (rarity.get(b) ?? 0) - (rarity.get(a) ?? 0) || a.localeCompare(b));
  return {
    youSeek: rarestFirst(shared(you.seeks, they.offers)),
    theySeek: rarestFirst(shared(you.offers, they.seeks)),
    cooperation: [...new Set(shared(you.cooperation, they.cooperation))],
    otherNetwork: ofOtherNetworks(you, they),
  };
}
