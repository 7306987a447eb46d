import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { fail } from "@/lib/result";
import { type EventScope, isVisibleTo, lockEvent } from "../queries";
import { isEditable } from "../rules";

/** What all commands share that change what an event's page says: who may, and the event held meanwhile. */
export const pageEdit = {
  permission: "event.update",
  load: ({ tx }: Pick<Context, "tx">, { eventId }: { eventId: Id<"event"> }) => lockEvent(tx, eventId),
  mayKnow: isVisibleTo,
} as const;

/** The refusal of a page that stays as it is; undefined while it can be changed. */
export const closedPage = ({ status }: EventScope) =>
  isEditable(status) ? undefined : fail("conflict", "wrong_state", { details: { status } });
