import type { entries } from "@/db/schema/board";
import type { Id } from "@/lib/ids";
import { normalised } from "@/lib/plain-words";
import { type DemoEntry, demoEntries } from "../data/board";
import { alliance } from "../data/networks";
import type { populate } from "../population";
import { seedId } from "../random";
import { DAY } from "../timetable";

export type EntryRow = typeof entries.$inferInsert;
type Making = {
  seriesId: Id<"series">;
  ownerId: Id<"network">;
  population: ReturnType<typeof populate>;
  now: Date;
};

/** Who an entry is of: a person on whose board the series' owner answers for it, or an office. */
function sideOf({ by }: DemoEntry, { population, ownerId }: Making) {
  if (typeof by === "string") {
    const { id, organisation = "" } = population.named(by);
    return { personId: id, organisation, networkId: ownerId, anonymous: false };
  }
  const { office, organisation, anonymous = false } = by;
  return { personId: null, organisation, networkId: seedId("network", office), anonymous };
}

/** What stands on the board of the demo's week, as seen from `now`. */
export const entryRows = (making: Making): EntryRow[] =>
  demoEntries.map((demo) => {
    const { kind, title, text, tags, cooperation, audience = "alliance", state = "open", days } = demo;
    const createdAt = new Date(making.now.getTime() - days * DAY);
    return {
      id: seedId("entry", title),
      allianceId: seedId("alliance", alliance.slug),
      seriesId: making.seriesId,
      ...sideOf(demo, making),
      ...{ kind, title, text, audience, state, createdAt },
      tags: [...tags],
      cooperation: [...cooperation],
      outcome: state === "solved" ? ("contact" as const) : null,
      validUntil: new Date(making.now.getTime() + 60 * DAY),
      searchText: normalised(`${title} ${text}`),
      changedAt: createdAt,
    };
  });
