import { roomDoor, roomQuery } from "@/auth/room-doors";
import { listCaptionWriters, roomToCaption } from "@/domain/interaction/queries/captions";
import { captionsWritten } from "@/domain/interaction/schema/captions";
import { fail, ok } from "@/lib/result";
import { now } from "@/lib/time/clock";
import { caption } from "@/realtime/captions";

export const GET = roomQuery(({ actor, eventId }) => listCaptionWriters(actor, eventId, now()));

/** Lines as far as they are written, sent on to everybody in the room. No command: nothing changes, and nothing is kept. */
export const POST = roomDoor(
  async ({ actor, eventId, body }) => {
    const written = captionsWritten.safeParse(body);
    if (!written.success) return fail("invalid", "input", { fields: { lines: ["invalid"] } });
    const { kind, lines } = written.data;
    const room = await roomToCaption(actor, { eventId, kind, now: now() });
    if (!room.ok) return room;
    const { lkName, ...writer } = room.value;
    caption(lkName, { ...writer, kind, lines });
    return ok({ sent: true });
  },
  { limit: "caption" },
);
