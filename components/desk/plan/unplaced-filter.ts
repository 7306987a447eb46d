import type { UnplacedWish } from "@/domain/matchmaking/labels";

/** Reasons as one looks for them: whose quota it is, or which half of a day, is said in each line. */
export const reasonGroups = ["fits", "quota", "slot", "busy", "tables", "order"] as const;
export type ReasonGroup = (typeof reasonGroups)[number];

const GROUP_OF: Readonly<Record<string, ReasonGroup>> = {
  fits: "fits",
  over: "busy",
  quotaOne: "quota",
  quotaOther: "quota",
  quotaBoth: "quota",
  noCommonSlot: "slot",
  noCommonSlotInHalf: "slot",
  noCommonFreeSlot: "busy",
  tablesTaken: "tables",
  tablesTakenOrOrder: "tables",
  order: "order",
};

type Filter = { group: ReasonGroup | ""; name: string; nameOf: (personId: string) => string };

/** The wishes with this reason, of somebody with this name; their order stays. */
export function filterUnplaced(
  unplaced: readonly UnplacedWish[],
  { group, name, nameOf }: Filter,
): UnplacedWish[] {
  const wanted = name.trim().toLowerCase();
  const isOf = (personId: string) => nameOf(personId).toLowerCase().includes(wanted);
  return unplaced.filter(
    ({ a, b, reason }) => (group === "" || GROUP_OF[reason] === group) && (isOf(a) || isOf(b)),
  );
}
