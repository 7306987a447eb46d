import { and, eq } from "drizzle-orm";
import { circulars, mails } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { fail, ok } from "@/lib/result";
import { lockCircular, mailsDesk } from "../internal/mails-desk";
import type { CircularRow } from "../queries/circulars";
import { circularRef } from "../schema";

type TakenBack = "gone" | "draft" | "stopped";

async function stop({ tx, now }: Context, { id }: CircularRow): Promise<TakenBack> {
  await tx.update(circulars).set({ state: "stopped", doneAt: now }).where(eq(circulars.id, id));
  await tx
    .update(mails)
    .set({ state: "dropped" })
    .where(and(eq(mails.circularId, id), eq(mails.state, "queued")));
  return "stopped";
}

/** What becomes of it; undefined when there is nothing left to take back. */
async function takeBack(context: Context, circular: CircularRow): Promise<TakenBack | undefined> {
  const { tx } = context;
  const isIt = eq(circulars.id, circular.id);
  if (circular.state === "stopped") return undefined;
  if (circular.state === "draft") {
    await tx.delete(circulars).where(isIt);
    return "gone";
  }
  if (circular.state !== "held") return stop(context, circular);
  await tx.update(circulars).set({ state: "draft" }).where(isIt);
  return "draft";
}

/**
 * Takes a message back as far as that can be done: a draft goes, what was handed in becomes a draft again, and of what
 * is being sent nothing more leaves the house.
 */
export const withdrawCircular = defineCommand({
  name: "withdraw-circular",
  input: circularRef,
  ...mailsDesk,
  run: async (context, { eventId, circularId }, _event) => {
    const circular = await lockCircular(context, { eventId, circularId });
    if (!circular) return fail("not_found", "missing");
    const state = await takeBack(context, circular);
    return state ? ok({ eventId, circularId, state }) : fail("conflict", "message_not_open");
  },
});
