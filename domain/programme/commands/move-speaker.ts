import { eq } from "drizzle-orm";
import { speakers } from "@/db/schema/programme";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { speakersInOrder } from "../internal/agenda";
import { closedPage, pageEdit } from "../internal/page-edit";
import { neighboursOf } from "../rules";
import { moveSpeakerInput } from "../schema";

/** A name changes places with its neighbour on the event's page. At the end of the list, nothing. */
export const moveSpeaker = defineCommand({
  name: "move-speaker",
  input: moveSpeakerInput,
  ...pageEdit,
  run: async ({ tx, emit }, { eventId, speakerId, direction }, event) => {
    const closed = closedPage(event);
    if (closed) return closed;
    const list = await speakersInOrder(tx, eventId);
    if (!list.some(({ id }) => id === speakerId)) return fail("not_found", "missing");
    const pair = neighboursOf(list, speakerId, direction);
    if (!pair) return ok({ eventId });
    const rest = list.filter((one) => one !== pair.first && one !== pair.second);
    const order = rest.toSpliced(list.indexOf(pair.first), 0, pair.second, pair.first);
    for (const [position, { id }] of order.entries())
      await tx.update(speakers).set({ position }).where(eq(speakers.id, id));
    await emit({ kind: "event.changed", payload: { eventId } });
    return ok({ eventId });
  },
});
