import type { SeatCount } from "@/components/programme/event-views";

export type SeatsWord = { kind: "open" } | { kind: "full" } | { kind: "left"; left: number; few: boolean };

/** What there is to say about the seats of an event. Few are left when it is a tenth, or five, whichever is more. */
export function seatsWord({ capacity, confirmed }: Pick<SeatCount, "capacity" | "confirmed">): SeatsWord {
  if (capacity === null) return { kind: "open" };
  const left = capacity - confirmed;
  if (left <= 0) return { kind: "full" };
  return { kind: "left", left, few: left <= Math.max(5, Math.floor(capacity / 10)) };
}
