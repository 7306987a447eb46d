import { db } from "@/db/client";
import { defineCommand } from "@/domain/kernel/command";
import { type Id, idOf } from "@/lib/ids";
import { type Connection, roomService } from "@/lib/livekit/room-service";
import { fail, ok } from "@/lib/result";
import { loadOpenSession } from "../internal/open-sessions";
import { findRole } from "../internal/people-of-event";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { personInput } from "../schema";

/** Mutes the open microphones of one person, once. Only the person itself can open them again. */
export const mute = defineCommand({
  name: "mute",
  input: personInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, emit }, { eventId, admissionId }, { event }) => {
    if (!(await findRole(tx, event, admissionId))) return fail("not_found", "missing_person");
    await emit({ kind: "participant.muted", payload: { eventId, admissionId } });
    return ok({ admissionId });
  },
});

type Muted = { eventId: Id<"event">; admissionId: Id<"admission"> };

/** What follows at LiveKit once that is committed: how many microphones were open. Throws when it is away. */
export async function closeMicrophones({ eventId, admissionId }: Muted): Promise<number> {
  const session = await loadOpenSession(db(), eventId);
  const rooms = session?.view.rooms ?? [];
  const muted = await Promise.all(rooms.map(({ lkName }) => muteIn(lkName, admissionId)));
  return muted.reduce((sum, count) => sum + count, 0);
}

/** The same for everybody in one room but those who are spared, who are asked for only where somebody is heard. */
export async function closeMicrophonesIn(
  lkName: string,
  sparedAmong: (ids: readonly Id<"admission">[]) => Promise<ReadonlySet<string>>,
): Promise<number> {
  const connections = await roomService.listParticipants(lkName);
  const heard = connections.filter((one) => openMicrophones(one).length > 0);
  if (heard.length === 0) return 0;
  const ids = heard.flatMap(({ identity }) => idOf("admission").safeParse(identity).data ?? []);
  const spared = await sparedAmong(ids);
  const open = heard
    .filter(({ identity }) => ids.some((id) => id === identity) && !spared.has(identity))
    .flatMap((one) => openMicrophones(one).map((sid) => ({ sid, identity: one.identity })));
  await Promise.all(open.map(({ sid, identity }) => roomService.muteTrack(lkName, identity, sid)));
  return open.length;
}

async function muteIn(lkName: string, identity: string): Promise<number> {
  const connections = await roomService.listParticipants(lkName);
  const open = connections.filter((one) => one.identity === identity).flatMap(openMicrophones);
  await Promise.all(open.map((sid) => roomService.muteTrack(lkName, identity, sid)));
  return open.length;
}

const openMicrophones = ({ tracks }: Connection) =>
  tracks.filter((track) => track.kind === "audio" && !track.muted).map((track) => track.sid);
