import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { invitations, registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { localeName } from "@/domain/people/schema";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { idOf, newCode } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { invitationsMailed } from "../events";
import { invitedIn } from "../internal/invited-list";
import { isOnList } from "../internal/list-choice";
import { type ClosedForOffice, closedForOffice } from "../rules";

/** As many addresses as one paste holds, and as one event has invited by mail in all. */
const MOST_PASTED = 500;
const MOST_INVITED = 5_000;
const TOLD = 20;

type Invited = { invited: number; known: number; registered: number; refused: string[] };

/** Which of these addresses are on the list already: nobody who is gets an invitation. */
async function registeredAmong(
  { tx }: Pick<Context, "tx">,
  { eventId, emails }: { eventId: Id<"event">; emails: string[] },
): Promise<ReadonlySet<string>> {
  const those = and(eq(registrations.eventId, eventId), inArray(registrations.email, emails), isOnList);
  const rows = await tx.select({ email: registrations.email }).from(registrations).where(those);
  return new Set(rows.map(({ email }) => email));
}

/**
 * Invites every address of a pasted list: each gets a mail with a code that lets in this address, once. An address that
 * was invited before stays as it is, so a whole list can be pasted again. Reasons: event_over, event_cancelled,
 * event_postponed, event_draft; the field `text` says what is wrong with the list.
 */
export const invitePeople = defineCommand({
  name: "invite-people",
  input: z.object({
    eventId: idOf("event"),
    text: z.string("email_required").max(200_000, "too_long"),
    locale: localeName,
  }),
  permission: "invitation.manage",
  load: ({ tx }, { eventId }) => eventScope(tx, eventId),
  run: async (
    context,
    { eventId, text, locale },
    event,
  ): Promise<Result<Invited, ClosedForOffice | "input">> => {
    const { tx, now, emit } = context;
    const closed = closedForOffice(event, now);
    if (closed) return fail("conflict", closed);
    const wrong = (problem: string) => fail("invalid", "input", { fields: { text: [problem] } });
    const { people, refused } = invitedIn(text);
    if (people.length === 0) return wrong(refused.length > 0 ? "email_malformed" : "email_required");
    const ofList = and(eq(invitations.eventId, eventId), isNotNull(invitations.email));
    const before = await tx.$count(invitations, ofList);
    if (people.length > MOST_PASTED || before + people.length > MOST_INVITED) return wrong("too_many");
    const registered = await registeredAmong(context, { eventId, emails: people.map(({ email }) => email) });
    const fresh = people.filter(({ email }) => !registered.has(email));
    const values = fresh.map(({ email, name }) => ({
      ...{ eventId, email, locale, label: name, code: newCode(), maxUses: 1 },
      ...{ mailing: 1, mailedAt: now, createdAt: now },
    }));
    const target = [invitations.eventId, invitations.email];
    const rows =
      values.length === 0
        ? []
        : await tx
            .insert(invitations)
            .values(values)
            .onConflictDoNothing({ target })
            .returning({ id: invitations.id });
    if (rows.length > 0) await emit({ kind: invitationsMailed, payload: { eventId } });
    return ok({
      invited: rows.length,
      known: fresh.length - rows.length,
      registered: registered.size,
      refused: refused.slice(0, TOLD),
    });
  },
});
