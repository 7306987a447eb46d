import { eq } from "drizzle-orm";
import { talkTables } from "@/db/schema/matchmaking-availability";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { ok } from "@/lib/result";
import { setTablesInput } from "../schema";

/** How many tables there are for talks on site. Talks that have a table keep it, also when there are fewer from now on. */
export const setTables = defineCommand({
  name: "set-tables",
  input: setTablesInput,
  permission: "talks.manage",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async ({ tx }, { eventId, count }) => {
    if (count === 0) await tx.delete(talkTables).where(eq(talkTables.eventId, eventId));
    else {
      await tx
        .insert(talkTables)
        .values({ eventId, count })
        .onConflictDoUpdate({ target: talkTables.eventId, set: { count } });
    }
    return ok({ count });
  },
});
