import { and, eq, gt } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { eventScope } from "@/domain/programme/queries";
import { ok } from "@/lib/result";
import { lockSeats } from "../internal/seat-plan";
import { promoteInput } from "../schema";

/**
 * Open offers of an event that was moved to an earlier time end with its new start at the latest; other moves leave them,
 * because an offer lasts so long from when it was made. Doing it again changes nothing.
 */
export const shortenOffers = defineCommand({
  name: "shorten-offers",
  input: promoteInput,
  permission: "registration.promote",
  quiet: true,
  load: async ({ tx }, { eventId }) => {
    const plan = await lockSeats(tx, eventId);
    return plan && (await eventScope(tx, eventId));
  },
  run: async ({ tx }, { eventId }, { startsAt }) => {
    const outlasts = and(
      eq(registrations.eventId, eventId),
      eq(registrations.status, "offered"),
      gt(registrations.offeredUntil, startsAt),
    );
    const rows = await tx
      .update(registrations)
      .set({ offeredUntil: startsAt })
      .where(outlasts)
      .returning({ id: registrations.id });
    return ok({ shortened: rows.length });
  },
});
