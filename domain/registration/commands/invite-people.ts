import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { invitations, registrations } from "@/db/schema/registration";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { inTurn } from "@/domain/kernel/turns";
import { noAddressIn, peopleIn } from "@/domain/people/rules/address-list";
import { localeName } from "@/domain/people/schema";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { idOf, newCode } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { invitationsMailed } from "../events";
import { invitedByMail, mailedSince } from "../queries/invited-counts";
import { needsNoInvitation } from "../queries/on-list";
import { type ClosedForOffice, closedForOffice } from "../rules/window";

/** As many addresses as one paste holds, and as one event has invited by mail in all; and one network within a day. */
const MOST_PASTED = 500;
const MOST_INVITED = 5_000;
const MOST_A_DAY = 5_000;
const DAY = 24 * 3_600_000;
const TOLD = 20;

type Invited = { invited: number; known: number; registered: number; refused: string[] };

/** Which of these addresses are on the list for good: nobody who is gets an invitation. */
async function registeredAmong(
  { tx }: Pick<Context, "tx">,
  { eventId, emails }: { eventId: Id<"event">; emails: string[] },
): Promise<ReadonlySet<string>> {
  const those = and(
    eq(registrations.eventId, eventId),
    inArray(registrations.email, emails),
    needsNoInvitation,
  );
  const rows = await tx.select({ email: registrations.email }).from(registrations).where(those);
  return new Set(rows.map(({ email }) => email));
}

/** Whether with those just written the event and its network keep to what they may. */
async function keepsWithin(
  { tx, now }: Pick<Context, "tx" | "now">,
  { eventId, networkId }: { eventId: Id<"event">; networkId: Id<"network"> },
): Promise<boolean> {
  if ((await invitedByMail(tx, eventId)) > MOST_INVITED) return false;
  return (await mailedSince(tx, networkId, new Date(now.getTime() - DAY))) <= MOST_A_DAY;
}

/**
 * Invites every address of a pasted list: each gets a mail with a code that lets in this address, once. An address that
 * was invited before stays as it is, so a whole list can be pasted again. Reasons: event_over, event_cancelled,
 * event_postponed, event_draft; the field `text` says what is wrong with the list. A network takes turns: what is counted
 * for its day stays true until it is done.
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
    const { people, unread } = peopleIn(text);
    const refused = unread.slice(0, TOLD).map((one) => one.text);
    if (people.length === 0) return refused.length > 0 ? noAddressIn(refused) : wrong("email_required");
    if (people.length > MOST_PASTED) return wrong("too_many");
    await inTurn(tx, "invitations", event.networkId);
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
    if (rows.length > 0 && !(await keepsWithin(context, event))) return wrong("too_many");
    if (rows.length > 0) await emit({ kind: invitationsMailed, payload: { eventId } });
    return ok({
      invited: rows.length,
      known: fresh.length - rows.length,
      registered: registered.size,
      refused,
    });
  },
});
