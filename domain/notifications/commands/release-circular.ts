import { and, eq, gt } from "drizzle-orm";
import { circulars } from "@/db/schema/notifications";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { lockCircular, mailsDesk, personOf } from "../internal/mails-desk";
import { mailSettingsOf } from "../queries/settings";
import { MESSAGES_PER_DAY, released } from "../rules/circulars";
import { circularText } from "../rules/words";
import { circularRef } from "../schema";

const DAY = 24 * 3_600_000;

/** How many messages the event has sent within a day. The event is held, so nobody sends another one meanwhile. */
const sentLately = ({ tx, now }: Pick<Context, "tx" | "now">, eventId: Id<"event">): Promise<number> => {
  const since = new Date(now.getTime() - DAY);
  return tx.$count(circulars, and(eq(circulars.eventId, eventId), gt(circulars.releasedAt, since)));
};

/**
 * Sends a message, or hands it in where the event wants a second person to read it; that person calls the same. Who
 * gets it is everybody it is for at this instant. Reasons: message_empty, own_review, message_not_open, messages_a_day.
 */
export const releaseCircular = defineCommand({
  name: "release-circular",
  input: circularRef,
  ...mailsDesk,
  run: async (context, { eventId, circularId }, _event) => {
    const { tx, actor, now, emit } = context;
    const circular = await lockCircular(context, { eventId, circularId });
    if (!circular) return fail("not_found", "missing");
    if (circularText(circular, "de").body === "") return fail("conflict", "message_empty");
    const { review } = await mailSettingsOf(eventId, tx);
    const by = personOf(actor);
    const state = released({ state: circular.state, review, isAuthor: circular.authorId === by });
    if (state === "own_review") return fail("conflict", "own_review");
    if (state === "not_open") return fail("conflict", "message_not_open");
    if (state === "sending" && (await sentLately(context, eventId)) >= MESSAGES_PER_DAY)
      return fail("unavailable", "messages_a_day");
    const sent = state === "sending" ? { releasedAt: now, releasedById: by } : {};
    await tx
      .update(circulars)
      .set({ state, ...sent })
      .where(eq(circulars.id, circularId));
    if (state === "sending") await emit({ kind: "circular.released", payload: { circularId, eventId } });
    return ok({ eventId, circularId, state });
  },
});
