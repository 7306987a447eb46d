import { eq } from "drizzle-orm";
import { z } from "zod";
import { seatPlans } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { idOf } from "@/lib/ids";
import { fail, ok } from "@/lib/result";

/** Gives a new event as many seats as another of the same network has, all of them free, and given by the same rules. */
export const copySeats = defineCommand({
  name: "copy-seats",
  input: z.object({ eventId: idOf("event"), fromEventId: idOf("event") }),
  permission: "seats.change",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async ({ tx }, { eventId, fromEventId }, event) => {
    const original = await eventScope(tx, fromEventId);
    if (original?.networkId !== event.networkId) return fail("not_found", "missing");
    const [plan] = await tx.select().from(seatPlans).where(eq(seatPlans.eventId, fromEventId));
    if (plan) {
      const { capacity, onsiteCapacity, waitlist, approval, offerHours, switchHours, invitationOnly } = plan;
      const { confirmMembers, confirmDomains, membersFirst, invitedFirst } = plan;
      const trust = { confirmMembers, confirmDomains, membersFirst, invitedFirst };
      const rules = { waitlist, approval, offerHours, switchHours, invitationOnly, ...trust };
      await tx.insert(seatPlans).values({ eventId, capacity, onsiteCapacity, ...rules });
    }
    return ok({ eventId });
  },
  onConstraint: { seat_plans_pkey: fail("conflict", "wrong_state").failure },
});
