import { inArray } from "drizzle-orm";
import { z } from "zod";
import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { idOf } from "@/lib/ids";
import { ok } from "@/lib/result";
import { changeOf, lockSeats, moveSeats, sumOf } from "../internal/seat-plan";

/**
 * Deletes registrations whose holder is erased, with their answers, consents and claims. What could be cancelled was
 * cancelled before; of the others the event keeps the number, as when their time is over.
 */
export const eraseRegistrations = defineCommand({
  name: "erase-registrations",
  input: z.object({ registrationIds: z.array(idOf("registration")) }),
  permission: "person.forget",
  load: async () => ({ networkId: null }),
  run: async ({ tx }, { registrationIds }) => {
    if (registrationIds.length === 0) return ok({ gone: 0 });
    const named = inArray(registrations.id, registrationIds);
    const seen = await tx.select({ eventId: registrations.eventId }).from(registrations).where(named);
    for (const eventId of [...new Set(seen.map((row) => row.eventId))].sort()) await lockSeats(tx, eventId);
    const rows = await tx.delete(registrations).where(named).returning();
    for (const [eventId, ofEvent] of Map.groupBy(rows, (row) => row.eventId)) {
      const forgotten = ofEvent.filter(({ status }) => status === "confirmed").length;
      const freed = ofEvent.map((row) => changeOf(row, undefined));
      await moveSeats(tx, eventId, sumOf([...freed, { forgotten }]));
    }
    return ok({ gone: rows.length });
  },
});
