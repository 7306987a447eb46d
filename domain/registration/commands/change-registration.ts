import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { questionsOf } from "@/domain/forms/queries";
import { defineCommand } from "@/domain/kernel/command";
import { holdEvent } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { together } from "@/lib/together";
import { settleConsents } from "../internal/consents";
import { lockRegistration } from "../internal/load-registration";
import { readAnswers, saveAnswers } from "../internal/save-answers";
import { changeRegistrationInput } from "../schema";

/** The form of an event that nobody edits while it is being answered. */
async function heldForm(tx: Transaction, eventId: Id<"event">) {
  const [, form] = await together([holdEvent(tx, eventId), questionsOf(eventId, tx)]);
  return form;
}

type Changed = { registrationId: Id<"registration">; eventId: Id<"event">; eventSlug: string };

/**
 * Changes what a person said of themselves for one event: name, organisation, talks, who may see them there, and the
 * answers to its questions.
 * Only whoever proved the address can. Reason: registration_cancelled.
 */
export const changeRegistration = defineCommand({
  name: "change-registration",
  input: changeRegistrationInput,
  permission: "registration.update",
  load: ({ tx }, { registrationId }) => lockRegistration(tx, registrationId),
  run: async (
    context,
    { registrationId, answers, locale: pageLocale, ...changes },
    { row, event },
  ): Promise<Result<Changed, "registration_cancelled" | "input">> => {
    const { tx, emit } = context;
    if (row.status === "cancelled") return fail("conflict", "registration_cancelled");
    const asked = { eventId: event.eventId, asker: { registrationId }, hasPlace: row.status === "confirmed" };
    const answered =
      answers &&
      (await readAnswers(tx, { ...asked, posted: answers, form: await heldForm(tx, event.eventId) }));
    if (answered && !answered.ok) return answered;
    const isAnswered = answered
      ? await saveAnswers(context, { registrationId, eventId: event.eventId, answered: answered.value })
      : false;
    const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    if (Object.keys(said).length > 0)
      await tx.update(registrations).set(said).where(eq(registrations.id, registrationId));
    if (isAnswered || said.talksOptIn !== undefined || said.listed !== undefined)
      await settleConsents(context, { registrationId, how: "page", locale: pageLocale });
    if (isAnswered || Object.keys(said).length > 0)
      await emit({ kind: "registration.changed", payload: { registrationId, eventId: event.eventId } });
    return ok({ registrationId, eventId: event.eventId, eventSlug: event.slug });
  },
});
