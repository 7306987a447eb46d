import { seatPlans } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { fail, ok } from "@/lib/result";
import { openSeatsInput } from "../schema";

/** Gives a new event its seats, all of them free, and says how they are given. */
export const openSeats = defineCommand({
  name: "open-seats",
  input: openSeatsInput,
  // Who says how seats are given says yes to people.
  permission: "seats.rules",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async ({ tx }, seats) => {
    await tx.insert(seatPlans).values(seats);
    return ok({ eventId: seats.eventId });
  },
  onConstraint: { seat_plans_pkey: fail("conflict", "wrong_state").failure },
});
