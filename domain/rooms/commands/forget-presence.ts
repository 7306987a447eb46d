import { inArray } from "drizzle-orm";
import { admissions, rooms, rounds } from "@/db/schema/rooms";
import { batchInput } from "@/domain/kernel/batch";
import { defineCommand } from "@/domain/kernel/command";
import { noteForgotten } from "@/domain/kernel/forgotten";
import { ok } from "@/lib/result";
import { oldAdmissions, oldLabels, oldNotes } from "../queries/forgettable";

/**
 * Deletes who was in the rooms of events that are over for half a year, with everything that hangs on an admission:
 * places, stays, hands, bans (P10). Rooms and rounds stay, without the names and texts that people gave them.
 */
export const forgetPresence = defineCommand({
  name: "forget-presence",
  input: batchInput,
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async (context, { limit }) => {
    const { tx, now } = context;
    const batch = { now, limit };
    const people = (await oldAdmissions(tx, batch)).map(({ id }) => id);
    const gone = await tx
      .delete(admissions)
      .where(inArray(admissions.id, people))
      .returning({ eventId: admissions.eventId });
    await noteForgotten(
      context,
      "presence",
      gone.map(({ eventId }) => eventId),
    );
    const named = (await oldLabels(tx, batch)).map(({ id }) => id);
    if (named.length > 0) await tx.update(rooms).set({ label: "" }).where(inArray(rooms.id, named));
    const told = (await oldNotes(tx, batch)).map(({ id }) => id);
    if (told.length > 0) await tx.update(rounds).set({ message: null }).where(inArray(rounds.id, told));
    return ok({ gone: people.length + named.length + told.length });
  },
});
