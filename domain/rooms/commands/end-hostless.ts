import { db } from "@/db/client";
import { defineCommand } from "@/domain/kernel/command";
import { withinAs } from "@/domain/kernel/within";
import { ok } from "@/lib/result";
import { hostsSeenAt } from "../internal/hosts-seen";
import { listHostless } from "../internal/open-sessions";
import { ensureSession } from "../internal/session";
import { loadStanding } from "../queries/standing";
import { knowsRoom } from "../rules";
import { eventInput } from "../schema";
import { endLive } from "./end-live";

const MINUTE_MS = 60_000;

/** Ends an event that its hosts have left alone for as long as they said it may go on. */
export const endHostless = defineCommand({
  name: "end-hostless",
  input: eventInput,
  permission: "room.record",
  load: loadStanding,
  mayKnow: knowsRoom,
  quiet: true,
  run: async (context, { eventId }, { event }) => {
    const { tx, now } = context;
    const session = await ensureSession(tx, event);
    const { hostlessMinutes, openedAt, endedAt } = session;
    if (hostlessMinutes === null || !openedAt || endedAt) return ok({ ended: false });
    const seenAt = await hostsSeenAt(tx, eventId);
    // Where no host has ever come, the time counts from going live.
    const since = Math.max(seenAt?.getTime() ?? 0, openedAt.getTime());
    if (now.getTime() - since < hostlessMinutes * MINUTE_MS) return ok({ ended: false });
    await withinAs({ context, actor: { type: "system", job: "end-hostless" } }, endLive, { eventId });
    return ok({ ended: true });
  },
});

/** The same for every event whose hosts said so. */
export async function endAllHostless(now: Date): Promise<void> {
  const actor = { type: "system", job: "end-hostless" } as const;
  for (const eventId of await listHostless(db())) await endHostless({ actor, input: { eventId }, now });
}
