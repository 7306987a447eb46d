import { db } from "@/db/client";
import { defineCommand } from "@/domain/kernel/command";
import type { Id } from "@/lib/ids";
import { roomService } from "@/lib/livekit/room-service";
import { fail, ok } from "@/lib/result";
import { loadOpenSession } from "../internal/open-sessions";
import { findRole } from "../internal/people-of-event";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { personInput } from "../schema";

/** Ends what somebody shares, once: the screen goes dark for the others at once, and their browser lets go of it. */
export const stopShare = defineCommand({
  name: "stop-share",
  input: personInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, emit }, { eventId, admissionId }, { event }) => {
    if (!(await findRole(tx, event, admissionId))) return fail("not_found", "missing_person");
    await emit({ kind: "participant.share_stopped", payload: { eventId, admissionId } });
    return ok({ admissionId });
  },
});

/** What follows at LiveKit once that is committed: how many tracks were shared. Throws when it is away. */
export async function closeShares({
  eventId,
  admissionId,
}: {
  eventId: Id<"event">;
  admissionId: Id<"admission">;
}): Promise<number> {
  const session = await loadOpenSession(db(), eventId);
  // A talk belongs to its people; nobody is its host.
  const rooms = session?.view.rooms.filter(({ kind }) => kind !== "talk") ?? [];
  const closed = await Promise.all(rooms.map(({ lkName }) => closeIn(lkName, admissionId)));
  return closed.reduce((sum, count) => sum + count, 0);
}

async function closeIn(lkName: string, identity: string): Promise<number> {
  const connections = await roomService.listParticipants(lkName);
  const shared = connections
    .filter((one) => one.identity === identity)
    .flatMap(({ tracks }) =>
      tracks.filter(({ source, muted }) => source.startsWith("screen_share") && !muted),
    );
  await Promise.all(shared.map(({ sid }) => roomService.muteTrack(lkName, identity, sid)));
  return shared.length;
}
