import { eq } from "drizzle-orm";
import { events } from "@/db/schema/programme";
import { copyEventRoles } from "@/domain/alliance/commands/copy-event-roles";
import { defineCommand } from "@/domain/kernel/command";
import { within } from "@/domain/kernel/within";
import { can } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { insertCopy, originalOf } from "../internal/copies";
import { freeSlugs } from "../internal/slugs";
import { type CopyDay, copyDays } from "../rules/copies";
import { duplicateEventInput } from "../schema";

const problemsOf = (days: readonly CopyDay[]): Record<string, string[]> =>
  Object.fromEntries(days.flatMap(({ field, problem }) => (problem ? [[field, [problem]]] : [])));

/**
 * Drafts like this event on other days, all or none. Call planning's `plan-copies`, which adds the seats,
 * the form, the hours for talks and the mails in the same transaction.
 */
export const duplicateEvent = defineCommand({
  name: "duplicate-event",
  input: duplicateEventInput,
  permission: "event.create",
  // The network alone is the scope: whoever has a role in this one event may not fill the network's calendar.
  load: async ({ tx }, { eventId }) => {
    const [event] = await tx.select().from(events).where(eq(events.id, eventId)).for("update");
    return event && { networkId: event.networkId, event };
  },
  mayKnow: (actor, { networkId, event }) => can(actor, "event.readDesk", { networkId, eventId: event.id }),
  run: async (context, input, { event }) => {
    const { tx, now, emit } = context;
    const days = copyDays(input, event, now);
    const fields = problemsOf(days);
    if (Object.keys(fields).length > 0) return fail("invalid", "input", { fields });
    const original = await originalOf(tx, event);
    const slugs = await freeSlugs(tx, event.title, days.length);
    const copies: { eventId: Id<"event">; slug: string }[] = [];
    for (const { day, startsAt } of days.toSorted((a, b) => a.day.localeCompare(b.day))) {
      const slug = slugs[copies.length];
      if (!startsAt || !slug) throw new Error("a copy without a start or an address");
      const eventId = await insertCopy(tx, original, { slug, day, startsAt, now });
      await emit({ kind: "event.created", payload: { eventId } });
      copies.push({ eventId, slug });
    }
    await within(context, copyEventRoles, {
      eventId: event.id,
      copyIds: copies.map(({ eventId }) => eventId),
    });
    return ok({ networkId: event.networkId, copies });
  },
  onConstraint: { events_one_per_slug: fail("conflict", "try_again").failure },
});
