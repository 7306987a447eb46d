import { and, eq, max } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { formQuestions } from "@/db/schema/forms";
import type { Context } from "@/domain/kernel/context";
import { type EventScope, isVisibleTo, lockEvent } from "@/domain/programme/queries";
import { isEditable } from "@/domain/programme/rules";
import { type Id, newId } from "@/lib/ids";
import { fail } from "@/lib/result";
import type { Definition } from "../rules";

/** What all commands share that change a form: who may, and the event held, so that nobody answers meanwhile. */
export const formEdit = {
  permission: "form.edit",
  load: ({ tx }: Pick<Context, "tx">, { eventId }: { eventId: Id<"event"> }) => lockEvent(tx, eventId),
  mayKnow: isVisibleTo,
} as const;

/** The refusal of a form that stays as it is; undefined while it can be changed. */
export const closedForm = ({ status }: EventScope) =>
  isEditable(status) ? undefined : fail("conflict", "wrong_state", { details: { status } });

/** An option keeps this for life: answers and conditions name it. */
export const freshOption = (): string => newId("question").slice(-8);

/** Puts a question behind all others of the event. */
export async function addQuestion(
  tx: Reader,
  {
    id = newId("question"),
    eventId,
    asked,
  }: { id?: Id<"question">; eventId: Id<"event">; asked: Definition },
): Promise<void> {
  const [last] = await tx
    .select({ position: max(formQuestions.position) })
    .from(formQuestions)
    .where(eq(formQuestions.eventId, eventId));
  const position = (last?.position ?? -1) + 1;
  await tx
    .insert(formQuestions)
    .values({ id, eventId, position, definition: asked, sensitive: asked.sensitive });
}

/** The row of a question that is on this event's form. */
export const isOfEvent = (questionId: Id<"question">, eventId: Id<"event">) =>
  and(eq(formQuestions.id, questionId), eq(formQuestions.eventId, eventId));
