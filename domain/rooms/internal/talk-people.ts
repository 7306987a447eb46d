import { admissions } from "@/db/schema/rooms";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { findAdmission } from "./entrance";

export type Talker = {
  personId: Id<"person">;
  registrationId: Id<"registration"> | null;
  displayName: string;
  organisation: string;
};

/** Admits both sides of a talk before they ever came: whoever was in the room already keeps that identity. */
export async function admitForTalk(
  { tx, now }: Context,
  eventId: Id<"event">,
  talkers: readonly Talker[],
): Promise<Id<"admission">[]> {
  const ids: Id<"admission">[] = [];
  for (const talker of talkers) {
    const credentials = { ...talker, claimId: null };
    const known = await findAdmission(tx, eventId, credentials);
    if (!known) {
      await tx
        .insert(admissions)
        .values({ ...talker, eventId, role: "participant", createdAt: now })
        .onConflictDoNothing();
    }
    const admission = known ?? (await findAdmission(tx, eventId, credentials));
    if (!admission) throw new Error("a person of a talk could not be admitted");
    ids.push(admission.id);
  }
  return ids;
}
