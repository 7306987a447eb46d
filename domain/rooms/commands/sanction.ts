import { and, eq, isNull } from "drizzle-orm";
import { placements, sanctions } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { movePeople } from "../internal/changes";
import { findRole } from "../internal/people-of-event";
import { loadStanding } from "../queries/standing";
import { isHost, KICK_MS, knowsRoom } from "../rules";
import { sanctionInput } from "../schema";

type Kind = "ban" | "silence" | "no_chat";
const plans: Record<string, { kind: Kind; lift: boolean; lasts: number | null }> = {
  silence: { kind: "silence", lift: false, lasts: null },
  unsilence: { kind: "silence", lift: true, lasts: null },
  no_chat: { kind: "no_chat", lift: false, lasts: null },
  chat: { kind: "no_chat", lift: true, lasts: null },
  remove: { kind: "ban", lift: false, lasts: KICK_MS },
  ban: { kind: "ban", lift: false, lasts: null },
  lift: { kind: "ban", lift: true, lasts: null },
};

/**
 * Silences, removes (for five minutes) or bans (for the event) one person, or takes it back. The rows refuse every
 * new token at once; `enforceEvent` takes the person out of LiveKit's rooms after the commit.
 */
export const sanction = defineCommand({
  name: "sanction",
  input: sanctionInput,
  permission: "room.moderate",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async (context, { eventId, admissionId, action }, { me, event }) => {
    const { tx, now, emit } = context;
    const role = await findRole(tx, event, admissionId);
    const plan = plans[action];
    if (!role || !plan) return fail("not_found", "missing_person");
    if (isHost(role) && !plan.lift) return fail("conflict", "is_host");
    const inForce = and(
      eq(sanctions.admissionId, admissionId),
      eq(sanctions.kind, plan.kind),
      isNull(sanctions.liftedAt),
    );
    await tx.update(sanctions).set({ liftedAt: now }).where(inForce);
    if (!plan.lift) {
      await tx.insert(sanctions).values({
        eventId,
        admissionId,
        kind: plan.kind,
        until: plan.lasts === null ? null : new Date(now.getTime() + plan.lasts),
        byAdmissionId: me?.admission.id ?? null,
        createdAt: now,
      });
    }
    await movePeople(context, eventId, [admissionId]);
    if (plan.kind !== "ban" || plan.lift) {
      await emit({ kind: "participant.changed", payload: { eventId, admissionId } });
      return ok({ admissionId });
    }
    await release(context, admissionId);
    await emit({ kind: "participant.removed", payload: { eventId, admissionId } });
    return ok({ admissionId });
  },
});

/** Who is put out holds no lease: coming back later starts at the door. */
const release = ({ tx }: Context, admissionId: Id<"admission">) =>
  tx
    .update(placements)
    .set({ leaseId: null, visitingRoomId: null })
    .where(eq(placements.admissionId, admissionId));
