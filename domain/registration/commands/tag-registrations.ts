import { and, arrayContains, not, sql } from "drizzle-orm";
import { registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import { can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { fail, ok } from "@/lib/result";
import { pickedRows } from "../internal/list-choice";
import { MOST_TAGS } from "../rules";
import { tagManyInput } from "../schema";

/**
 * Puts one of the office's own words on several people of one event, or takes it off them. Who has it already, or is on
 * another list, is passed over, and so is who carries as many as one row may. list_changed when everybody is meant and they are no longer
 * as many as were seen.
 */
export const tagRegistrations = defineCommand({
  name: "tag-registrations",
  input: tagManyInput,
  permission: "registration.manage",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  mayKnow: (actor, event) => can(actor, "registration.list", event),
  run: async ({ tx }, { eventId, tag, change, ...rows }) => {
    const { tags } = registrations;
    const carries = arrayContains(tags, [tag]);
    const picked = pickedRows(eventId, rows);
    if (rows.everyone && (await tx.$count(registrations, picked)) !== rows.everyone.seen)
      return fail("conflict", "list_changed");
    const changed =
      change === "add"
        ? await tx
            .update(registrations)
            .set({ tags: sql`array_append(${tags}, ${tag}::text)` })
            .where(and(picked, not(carries), sql`cardinality(${tags}) < ${MOST_TAGS}`))
            .returning({ id: registrations.id })
        : await tx
            .update(registrations)
            .set({ tags: sql`array_remove(${tags}, ${tag}::text)` })
            .where(and(picked, carries))
            .returning({ id: registrations.id });
    return ok({ eventId, changed: changed.length });
  },
});
