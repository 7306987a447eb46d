import { z } from "zod";
import type { StoredFact } from "@/domain/kernel/outbox";
import { enforceSoon } from "@/domain/rooms/commands/reconcile-rooms";
import { idOf } from "@/lib/ids";

const payload = z.object({ eventId: idOf("event") });

/** Subscriber: LiveKit follows the rows at once, while the next facts are told; what fails the reconciler finds. */
export async function enforceFact(fact: StoredFact): Promise<void> {
  const parsed = payload.safeParse(fact.payload);
  if (parsed.success) enforceSoon(parsed.data.eventId);
}
