import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { idempotencyAnswers } from "@/db/schema/kernel";
import { erasures } from "@/db/schema/privacy";
import { eraseMemberships } from "@/domain/alliance/commands/erase-memberships";
import { eraseBallots } from "@/domain/interaction/commands/erase-ballots";
import { eraseMessages } from "@/domain/interaction/commands/erase-messages";
import { eraseQuestions } from "@/domain/interaction/commands/erase-questions";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { Rollback } from "@/domain/kernel/failures";
import { within, withinAs } from "@/domain/kernel/within";
import { leaveMeeting } from "@/domain/matchmaking/commands/leave-meeting";
import { withdrawRequest } from "@/domain/matchmaking/commands/withdraw-request";
import { engagementsOf } from "@/domain/matchmaking/queries/engagements";
import { invitationIdsOf } from "@/domain/matchmaking/queries/talk-invitations";
import { eraseMails } from "@/domain/notifications/commands/erase-mails";
import { eraseAccount } from "@/domain/people/commands/erase-account";
import { findPerson } from "@/domain/people/queries";
import { earlierAddressesOf, emailChangeIdsOf } from "@/domain/people/queries/email-changes";
import { holdPerson } from "@/domain/people/queries/hold-person";
import { overReason } from "@/domain/programme/rules";
import { cancelRegistration } from "@/domain/registration/commands/cancel-registration";
import { eraseInvitations } from "@/domain/registration/commands/erase-invitations";
import { eraseRegistrations } from "@/domain/registration/commands/erase-registrations";
import { holdSeatsOf, registrationsOf } from "@/domain/registration/queries/of-person";
import { isHeld } from "@/domain/registration/rules";
import { eraseAdmissions } from "@/domain/rooms/commands/erase-admissions";
import { type Id, idOf } from "@/lib/ids";
import { ok } from "@/lib/result";

const hashOf = (id: string): string => createHash("sha256").update(id).digest("hex");

/** Somebody else has just settled it: that is as good. Such a refusal comes before anything was written. */
const SETTLED = new Set(["already_cancelled", "talk_over", "not_open"]);
async function unlessSettled(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Rollback && SETTLED.has(error.failure.reason))) throw error;
  }
}

/** Gives every seat back the way everybody does, so that the waiting list moves up; what is over stays as it was. */
async function giveSeatsBack(context: Context, rows: Awaited<ReturnType<typeof registrationsOf>>) {
  for (const { registration, event } of rows)
    if (isHeld(registration) && overReason(event, context.now) === undefined)
      await within(context, cancelRegistration, { registrationId: registration.id });
}

/**
 * Takes the person out of talks, which are called off where nobody but one is left, and calls off requests, so that the others
 * hear of it. Gives back what hangs on them; the room of a talk that goes on is named after the others already.
 */
async function endTalks(context: Context, personId: Id<"person">) {
  const { tx, now } = context;
  const { meetings, requests, all } = await engagementsOf(personId, { now, reader: tx });
  // Before they leave: then nobody knows any more that they were in it.
  const invitations = await invitationIdsOf(personId, tx);
  const actor = { type: "system", job: "wipe-person" } as const;
  for (const meetingId of meetings)
    await unlessSettled(() => withinAs({ context, actor }, leaveMeeting, { meetingId, personId }));
  for (const requestId of requests)
    await unlessSettled(() => within(context, withdrawRequest, { requestId }));
  const { rounds } = await engagementsOf(personId, { now, reader: tx });
  return { roundIds: rounds, subjectIds: [...all, ...invitations] };
}

async function remember({ tx, now }: Context, personId: Id<"person">, registrationIds: readonly string[]) {
  const rows = [
    { kind: "person" as const, idHash: hashOf(personId), erasedAt: now },
    ...registrationIds.map((id) => ({ kind: "registration" as const, idHash: hashOf(id), erasedAt: now })),
  ];
  await tx.insert(erasures).values(rows).onConflictDoNothing();
}

/**
 * Erases a person in every module, in one transaction: `personalTables` says what becomes of what. Seats first, then
 * the person, as everybody locks who registers; a registration that was being made is then either seen here or finds
 * nobody to be for.
 */
export const wipePerson = defineCommand({
  name: "wipe-person",
  input: z.object({ personId: idOf("person") }),
  permission: "person.forget",
  load: async ({ tx }, { personId }) => {
    const seen = await findPerson(personId, tx);
    if (!seen) return undefined;
    await holdSeatsOf({ personId, email: seen.email }, tx);
    const person = await holdPerson(personId, tx);
    return person && { networkId: null, holder: { personId, email: person.email } };
  },
  run: async (context, { personId }, { holder }) => {
    const rows = await registrationsOf(holder, context.tx);
    const registrationIds = rows.map(({ registration }) => registration.id);
    await giveSeatsBack(context, rows);
    const { roundIds, subjectIds } = await endTalks(context, personId);
    const { admissionIds } = await within(context, eraseAdmissions, { personId, registrationIds, roundIds });
    await within(context, eraseMessages, { admissionIds });
    await within(context, eraseBallots, { admissionIds });
    await within(context, eraseQuestions, { admissionIds });
    await within(context, eraseRegistrations, { registrationIds });
    const changes = await emailChangeIdsOf(personId, context.tx);
    const addresses = [{ email: holder.email }, ...(await earlierAddressesOf(personId, context.tx))];
    await within(context, eraseInvitations, { addresses });
    const mails = { addresses, subjectIds: [...subjectIds, ...registrationIds, ...changes] };
    await within(context, eraseMails, mails);
    // The stored answers to repeated writes.
    await context.tx.delete(idempotencyAnswers).where(eq(idempotencyAnswers.actor, personId));
    await within(context, eraseMemberships, { personId, addresses });
    await within(context, eraseAccount, holder);
    await remember(context, personId, registrationIds);
    return ok({ registrationIds });
  },
});
