import { eq } from "drizzle-orm";
import { rooms } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { findRole } from "../internal/people-of-event";
import { roomsOfConnected } from "../internal/presence";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { spotlightInput } from "../schema";

/** Shows somebody large to everybody in the room where they are, in place of whoever was; or takes that back. */
export const setSpotlight = defineCommand({
  name: "set-spotlight",
  input: spotlightInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, emit }, { eventId, admissionId, on }, { event }) => {
    if (!(await findRole(tx, event, admissionId))) return fail("not_found", "missing_person");
    if (on) {
      const here = (await roomsOfConnected(tx, eventId)).get(admissionId);
      if (!here) return fail("conflict", "not_in_a_room");
      // A talk belongs to its people; nobody is its host.
      if (here.isTalk) return fail("conflict", "in_talk");
      await tx.update(rooms).set({ spotlightId: admissionId }).where(eq(rooms.id, here.roomId));
    } else {
      await tx.update(rooms).set({ spotlightId: null }).where(eq(rooms.spotlightId, admissionId));
    }
    await emit({ kind: "spotlight.changed", payload: { eventId } });
    return ok({ admissionId, on });
  },
});
