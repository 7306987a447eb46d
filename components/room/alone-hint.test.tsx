import { expect, it } from "vitest";
import { markupOf } from "@/components/testing/markup";
import type { RoomKind } from "@/domain/rooms/schema";
import { messages } from "@/lib/i18n/messages";
import type { RoundView } from "@/realtime/room-api";
import { AloneHint } from "./alone-hint";

const hints = messages.de.room.tile;
const talk = { rule: "talk", state: "open" } as const;
const groups = { rule: "random_pairs", state: "open" } as const;

it.each([
  ["waits for the partner of a talk", "talk", [talk], hints.alone],
  ["waits for the partner while there are groups as well", "talk", [talk, groups], hints.alone],
  ["is in the plenary while everybody is in the groups", "main", [groups], hints.aloneInPlenary],
  ["is in the plenary while a talk of the own runs", "main", [talk], hints.alone],
  ["is in the plenary after the groups", "main", [{ ...groups, state: "closed" }], hints.alone],
  ["is the first of a group", "breakout", [groups], hints.aloneBreakout],
] satisfies [string, RoomKind, Pick<RoundView, "rule" | "state">[], string][])(
  "whoever %s is told why nobody else is here",
  (_who, kind, rounds, hint) => {
    const html = markupOf(<AloneHint kind={kind} rounds={rounds} />);
    expect(html).toBe(`<p class="rm-alone">${hint}</p>`);
  },
);
