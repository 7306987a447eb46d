import { z } from "zod";
import type { StoredFact } from "@/domain/kernel/outbox";
import { closeMicrophones } from "@/domain/rooms/commands/mute";
import { closeAllMicrophones } from "@/domain/rooms/commands/mute-all";
import { enforceSoon } from "@/domain/rooms/commands/reconcile-rooms";
import { closeShares } from "@/domain/rooms/commands/stop-share";
import { roomFacts } from "@/domain/rooms/events";
import { idOf } from "@/lib/ids";
import { now } from "@/lib/time/clock";

const payload = z.object({ eventId: idOf("event") });

/** Subscriber: LiveKit follows the rows at once, while the next facts are told; what fails the reconciler finds. */
export async function enforceFact(fact: StoredFact): Promise<void> {
  const parsed = payload.safeParse(fact.payload);
  if (parsed.success) enforceSoon(parsed.data.eventId);
}

/** How long a mute is meant: later the person may have been given the word, and nobody would know why they fell silent. */
const MUTE_MS = 10_000;

/** Subscriber: mutes at LiveKit whom a host muted. While LiveKit is away the fact comes again, but not for long. */
export async function muteForFact(fact: StoredFact): Promise<void> {
  if (now().getTime() - fact.at.getTime() > MUTE_MS) return;
  await closeMicrophones(roomFacts["participant.muted"].parse(fact.payload));
}

/** The same for everybody but the hosts. */
export async function muteAllForFact(fact: StoredFact): Promise<void> {
  if (now().getTime() - fact.at.getTime() > MUTE_MS) return;
  await closeAllMicrophones(roomFacts["participants.muted"].parse(fact.payload).eventId, now());
}

/** The same for what somebody shares. */
export async function stopShareForFact(fact: StoredFact): Promise<void> {
  if (now().getTime() - fact.at.getTime() > MUTE_MS) return;
  await closeShares(roomFacts["participant.share_stopped"].parse(fact.payload));
}
