import { eq } from "drizzle-orm";
import { asides } from "@/db/schema/rooms-beside";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";

/** Ends what a host hears or says beside their own room, and tells the rooms; nothing where there is none. */
export async function endAside({ tx, emit }: Context, admissionId: Id<"admission">): Promise<void> {
  const ended = await tx
    .delete(asides)
    .where(eq(asides.admissionId, admissionId))
    .returning({ eventId: asides.eventId, roundId: asides.roundId });
  for (const payload of ended) await emit({ kind: "aside.changed", payload });
}
