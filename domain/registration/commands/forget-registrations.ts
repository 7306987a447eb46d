import { inArray } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import { batchInput } from "@/domain/kernel/batch";
import { defineCommand } from "@/domain/kernel/command";
import { noteForgotten } from "@/domain/kernel/forgotten";
import { ok } from "@/lib/result";
import { changeOf, lockSeats, moveSeats, sumOf } from "../internal/seat-plan";
import { eventToForget, lockForgettable } from "../queries/forgettable";

/**
 * Deletes registrations of one event that is over for half a year, and a week after it those that nobody has proven or
 * used (P10). The event keeps their number. `gone` is 0 when there is nothing left to forget.
 */
export const forgetRegistrations = defineCommand({
  name: "forget-registrations",
  input: batchInput,
  permission: "fact.dispatch",
  quiet: true,
  load: async ({ tx, now }) => {
    const eventId = await eventToForget(tx, now);
    if (eventId) await lockSeats(tx, eventId);
    return { networkId: null, oldest: eventId };
  },
  run: async (context, { limit }, { oldest: eventId }) => {
    const { tx, now } = context;
    const rows = eventId ? await lockForgettable(tx, { eventId, now, limit }) : [];
    if (!eventId || rows.length === 0) return ok({ gone: 0 });
    const ids = rows.map(({ id }) => id);
    await tx.delete(registrations).where(inArray(registrations.id, ids));
    const forgotten = rows.filter(({ status }) => status === "confirmed").length;
    const freed = rows.map((row) => changeOf(row, undefined));
    await moveSeats(tx, eventId, sumOf([...freed, { forgotten }]));
    await noteForgotten(
      context,
      "registrations",
      rows.map(() => eventId),
    );
    return ok({ gone: rows.length });
  },
});
