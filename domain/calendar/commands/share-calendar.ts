import { eq } from "drizzle-orm";
import { calendarFeeds } from "@/db/schema/calendar";
import { defineCommand } from "@/domain/kernel/command";
import { newId } from "@/lib/ids";
import { ok } from "@/lib/result";
import { shareCalendarInput } from "../schema";

/** Gives the signed-in person an address for calendar programs, another one, or none; nobody else's, whatever is asked. */
export const shareCalendar = defineCommand({
  name: "share-calendar",
  input: shareCalendarInput,
  permission: "calendar.share",
  load: async ({ actor }) =>
    actor.type === "person"
      ? { networkId: null, ownerIds: [actor.personId], personId: actor.personId }
      : undefined,
  run: async ({ tx, now }, { want }, { personId }) => {
    if (want === "close") {
      await tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, personId));
      return ok({ shared: false });
    }
    const row = { id: newId("calendarFeed"), personId, createdAt: now };
    const insert = tx.insert(calendarFeeds).values(row);
    const { id, createdAt } = row;
    // One statement, so that two windows that ask at once end with one address.
    if (want === "open") await insert.onConflictDoNothing({ target: calendarFeeds.personId });
    else await insert.onConflictDoUpdate({ target: calendarFeeds.personId, set: { id, createdAt } });
    return ok({ shared: true });
  },
});
