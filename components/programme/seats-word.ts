import type { SeatPart } from "@/components/programme/event-views";

export type SeatsWord = { kind: "open" } | { kind: "full" } | { kind: "left"; left: number; few: boolean };

/**
 * What there is to say about the seats of an event, or about one kind of them. Few are left when it is a tenth, or five,
 * whichever is more.
 */
export function seatsWord({
  capacity,
  confirmed,
  offered,
}: Pick<SeatPart, "capacity" | "confirmed" | "offered">): SeatsWord {
  if (capacity === null) return { kind: "open" };
  const left = capacity - confirmed - offered;
  if (left <= 0) return { kind: "full" };
  return { kind: "left", left, few: left <= Math.max(5, Math.floor(capacity / 10)) };
}
