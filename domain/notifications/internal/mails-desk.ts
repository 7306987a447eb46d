import { and, eq } from "drizzle-orm";
import { circulars } from "@/db/schema/notifications";
import type { Context } from "@/domain/kernel/context";
import type { Actor } from "@/domain/policy";
import { isVisibleTo, lockEvent } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";

/** What all commands share that are about an event's mails: who may, and the event held meanwhile. */
export const mailsDesk = {
  permission: "mails.manage",
  load: ({ tx }: Pick<Context, "tx">, { eventId }: { eventId: Id<"event"> }) => lockEvent(tx, eventId),
  mayKnow: isVisibleTo,
} as const;

/** The message of this event, held until the transaction ends; undefined for one of another event. */
export async function lockCircular(
  { tx }: Pick<Context, "tx">,
  { eventId, circularId }: { eventId: Id<"event">; circularId: Id<"circular"> },
) {
  const isIt = and(eq(circulars.id, circularId), eq(circulars.eventId, eventId));
  const [row] = await tx.select().from(circulars).where(isIt).for("update");
  return row;
}

/** Who acts, where the policy lets only people in. */
export function personOf(actor: Actor): Id<"person"> {
  if (actor.type !== "person") throw new Error("only people manage mails");
  return actor.personId;
}
