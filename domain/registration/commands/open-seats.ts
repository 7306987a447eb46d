import { z } from "zod";
import { seatPlans } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { idOf } from "@/lib/ids";
import { fail, ok } from "@/lib/result";

/** Gives a new event its seats, all of them free. */
export const openSeats = defineCommand({
  name: "open-seats",
  input: z.object({
    eventId: idOf("event"),
    capacity: z.int().min(1).max(100_000).nullable(),
    waitlist: z.boolean(),
  }),
  permission: "seats.change",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async ({ tx }, seats) => {
    await tx.insert(seatPlans).values(seats);
    return ok({ eventId: seats.eventId });
  },
  onConstraint: { seat_plans_pkey: fail("conflict", "wrong_state").failure },
});
