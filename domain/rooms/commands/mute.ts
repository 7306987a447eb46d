import { defineCommand } from "@/domain/kernel/command";
import { type Connection, LiveKitUnavailable, roomService } from "@/lib/livekit/room-service";
import { fail, ok } from "@/lib/result";
import { findOfEvent } from "../internal/people-of-event";
import { loadStanding } from "../internal/round-access";
import { knowsRoom } from "../rules";
import { personInput } from "../schema";

/** Mutes the open microphones of one person, once. Only the person itself can open them again. */
export const mute = defineCommand({
  name: "mute",
  input: personInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx }, { eventId, admissionId }, { rooms }) => {
    if (!(await findOfEvent(tx, eventId, admissionId))) return fail("not_found", "missing_person");
    try {
      const muted = await Promise.all(rooms.map(({ lkName }) => muteIn(lkName, admissionId)));
      return ok({ muted: muted.reduce((sum, count) => sum + count, 0) });
    } catch (error) {
      if (error instanceof LiveKitUnavailable) return fail("unavailable", "livekit");
      throw error;
    }
  },
});

async function muteIn(lkName: string, identity: string): Promise<number> {
  const connections = await roomService.listParticipants(lkName);
  const open = connections.filter((one) => one.identity === identity).flatMap(openMicrophones);
  await Promise.all(open.map((sid) => roomService.muteTrack(lkName, identity, sid)));
  return open.length;
}

const openMicrophones = ({ tracks }: Connection) =>
  tracks.filter((track) => track.kind === "audio" && !track.muted).map((track) => track.sid);
