import { db } from "@/db/client";
import { defineCommand } from "@/domain/kernel/command";
import type { Id } from "@/lib/ids";
import { ok } from "@/lib/result";
import { loadOpenSession } from "../internal/open-sessions";
import { findPeopleNow } from "../queries/roles";
import { loadStanding } from "../queries/standing";
import { isHost, knowsRoom } from "../rules";
import { eventInput } from "../schema";
import { closeMicrophonesIn } from "./mute";

/** Mutes everybody but the hosts, once; each of them can open the microphone again. Talks are their people's alone. */
export const muteAll = defineCommand({
  name: "mute-all",
  input: eventInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ emit }, { eventId }) => {
    await emit({ kind: "participants.muted", payload: { eventId } });
    return ok({ eventId });
  },
});

/** What follows at LiveKit once that is committed: how many microphones were open. Throws when it is away. */
export async function closeAllMicrophones(eventId: Id<"event">, now: Date): Promise<number> {
  const session = await loadOpenSession(db(), eventId);
  if (!session) return 0;
  const rooms = session.view.rooms.filter(({ kind }) => kind === "main" || kind === "breakout");
  const spared = async (ids: readonly Id<"admission">[]) =>
    new Set<string>(
      (await findPeopleNow(db(), session.event, { ids, now }))
        .filter(({ rows }) => isHost(rows.role))
        .map(({ admission }) => admission.id),
    );
  const closed = await Promise.all(rooms.map(({ lkName }) => closeMicrophonesIn(lkName, spared)));
  return closed.reduce((sum, count) => sum + count, 0);
}
