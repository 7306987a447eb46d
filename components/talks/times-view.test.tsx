import { expect, it } from "vitest";
import { markupOf } from "@/components/testing/markup";
import type { SlotState } from "@/domain/matchmaking/queries/availability";
import { homeZone } from "@/lib/i18n/locales";
import { TimesView } from "./times-view";

const slot = (hour: number, taken: SlotState["taken"], mark: SlotState["mark"]): SlotState => ({
  startsAt: new Date(Date.UTC(2027, 2, 10, hour)),
  endsAt: new Date(Date.UTC(2027, 2, 10, hour, 20)),
  isPast: false,
  ...{ taken, mark },
});

/** What each line's choice says now. */
function chosen(...slots: SlotState[]): (string | undefined)[] {
  const html = markupOf(
    <TimesView
      times={{ zone: homeZone, slots, calendars: [] }}
      event={{ id: "evt_1", slug: "treffen", timeZone: homeZone }}
      locale="de"
    />,
  );
  const lines = html.split("<li>").slice(1, slots.length + 1);
  return lines.map((line) => /<option[^>]*selected[^>]*>([^<]*)</.exec(line)?.[1]);
}

it("calls no time free in which something else is on", () => {
  expect(
    chosen(slot(9, undefined, "free"), slot(10, undefined, "preferred"), slot(11, undefined, "blocked")),
  ).toEqual(["Frei", "Am liebsten", "Nicht verfügbar"]);
  expect(
    chosen(slot(9, "talks", "free"), slot(10, "calendar", "preferred"), slot(11, "elsewhere", "blocked")),
  ).toEqual(["Belegt, sonst frei", "Belegt, sonst am liebsten", "Nicht verfügbar"]);
});
