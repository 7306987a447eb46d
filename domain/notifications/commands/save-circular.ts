import { eq } from "drizzle-orm";
import { circulars } from "@/db/schema/notifications";
import { recordsAttendance } from "@/domain/attendance/queries/stays";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { findAnswerChoice } from "@/domain/registration/queries/by-answer";
import { type Id, newId } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { lockCircular, mailsDesk, personOf } from "../internal/mails-desk";
import { isCircularEditable } from "../rules/circulars";
import { saveCircularInput } from "../schema";

type Asked = { eventId: Id<"event">; answer: string };

/** The answer that a message goes by: one that its author may read, or else it would tell what nobody told them. */
async function answerOf({ tx, actor }: Pick<Context, "tx" | "actor">, { eventId, answer: text }: Asked) {
  if (text === "") return { questionId: null, answer: null };
  const found = await findAnswerChoice(actor, { eventId, text }, tx);
  return found && { questionId: found.questionId, answer: found.answer };
}

/** Writes a message to a part of an event's people, or changes one that nobody has sent or handed in yet. */
export const saveCircular = defineCommand({
  name: "save-circular",
  input: saveCircularInput,
  ...mailsDesk,
  run: async (context, { eventId, circularId, answer, ...texts }, _event) => {
    const { tx, actor, now } = context;
    const by = await answerOf(context, { eventId, answer });
    if (!by) return fail("invalid", "input", { fields: { answer: ["unknown_choice"] } });
    const said = { ...texts, ...by };
    const asksWhoCame = said.presence === "attended" || said.presence === "absent";
    if (asksWhoCame && !(await recordsAttendance(eventId, tx))) return fail("conflict", "no_minutes");
    if (circularId === undefined) {
      const row = { id: newId("circular"), eventId, authorId: personOf(actor), createdAt: now, ...said };
      await tx.insert(circulars).values(row);
      return ok({ eventId, circularId: row.id });
    }
    const circular = await lockCircular(context, { eventId, circularId });
    if (!circular) return fail("not_found", "missing");
    if (!isCircularEditable(circular.state)) return fail("conflict", "message_not_open");
    // Whoever changed it last is its author: the review has to be somebody else's.
    const authorId = personOf(actor);
    await tx
      .update(circulars)
      .set({ ...said, authorId })
      .where(eq(circulars.id, circularId));
    return ok({ eventId, circularId });
  },
});
