import { roomDoor } from "@/auth/room-doors";
import { roomToReactIn } from "@/domain/interaction/queries/reacting";
import { fail, ok } from "@/lib/result";
import { now } from "@/lib/time/clock";
import { emoji } from "@/realtime/protocol";
import { react } from "@/realtime/reactions";

/** One reaction, added to what the room is sent within this second. No command: nothing changes, and nothing is kept. */
export const POST = roomDoor(
  async ({ actor, eventId, body }) => {
    const chosen = emoji.safeParse(body.emoji);
    if (!chosen.success) return fail("invalid", "input", { fields: { emoji: ["invalid"] } });
    const room = await roomToReactIn(actor, eventId, now());
    if (!room.ok) return room;
    react(room.value.lkName, chosen.data);
    return ok({ sent: true });
  },
  { limit: "reaction" },
);
