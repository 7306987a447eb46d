import { eq } from "drizzle-orm";
import { admissions, placements } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { within } from "@/domain/kernel/within";
import { proveRegistration } from "@/domain/registration/commands/prove-registration";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import type { Admission } from "../internal/admissions";
import { type Entrance, findAdmission } from "../internal/entrance";
import { placeLateArrival } from "../internal/late-arrival";
import { LEASE_MS } from "../internal/presence";
import { loadStanding } from "../internal/round-access";
import { ensureSession } from "../internal/session";
import { isOnStage, knowsRoom, mayTakeRole } from "../rules";
import { joinInput } from "../schema";

/** Who comes for the first time is not admitted yet; the right to enter is the entrance itself. */
async function loadEntering(ground: Omit<Context, "emit">, input: { eventId: Id<"event"> }) {
  const standing = await loadStanding(ground, input);
  const { entrance, me } = standing ?? {};
  const isNew = entrance && !me && !entrance.waiting;
  return standing && isNew ? { ...standing, admitted: entrance.role } : standing;
}

/**
 * Lets a person in with one tab, which gets the lease: only it may hold media. Another tab of the same person that
 * is still there keeps it unless `takeOver`. Nothing of role, room or identity comes from the browser.
 */
export const joinRoom = defineCommand({
  name: "join-room",
  input: joinInput,
  permission: "room.enter",
  load: loadEntering,
  mayKnow: knowsRoom,
  run: async (context, { eventId, tab, takeOver }, { event, entrance, me }) => {
    if (!entrance) return fail("forbidden", "not_registered");
    const session = await ensureSession(context.tx, event);
    const { admission, isNew } = await admit(context, eventId, await proven(context, entrance));
    // A locked door keeps out whoever was never inside; where-am-i says so.
    const isShut = session.locked && session.openedAt !== null && !isOnStage(admission.role);
    if (isShut && !me?.rows.wasHere) return ok({ admissionId: admission.id, holdsLease: false });
    const lease = { admissionId: admission.id, eventId, tab, takeOver };
    const taken = await takeLease(context, lease);
    if (!taken) return ok({ admissionId: admission.id, holdsLease: false });
    await placeLateArrival(context, { session, admission });
    await context.emit({ kind: "presence.changed", payload: { eventId } });
    return ok({ admissionId: admission.id, holdsLease: true, isNew });
  },
});

/** Entering is what a person does: whoever comes by the mailed link has proven the address with it. */
async function proven(context: Context, entrance: Entrance): Promise<Entrance> {
  const { registrationId, claimId, personId } = entrance;
  if (!registrationId || claimId || personId) return entrance;
  const known = await within(context, proveRegistration, { registrationId });
  return { ...entrance, personId: known.personId };
}

/** Finds or makes the admission. Two first joins of one person at once make one row: the unique keys decide. */
async function admit(context: Context, eventId: Id<"event">, entrance: Entrance) {
  const { tx } = context;
  const { waiting: _, ...values } = entrance;
  const [made] = await tx
    .insert(admissions)
    .values({ ...values, eventId, createdAt: context.now })
    .onConflictDoNothing()
    .returning();
  if (made) return { admission: made, isNew: true };
  const found = await findAdmission(tx, eventId, entrance);
  if (!found) throw new Error("an admission was in the way that belongs to nobody");
  return { admission: await refresh(context, found, entrance), isNew: false };
}

/** Keeps name and ties up to date. A role given in the room stays, unless the grant is the stronger one. */
async function refresh({ tx }: Context, found: Admission, entrance: Entrance): Promise<Admission> {
  const [placed] = await tx
    .select({ joinedAt: placements.leaseAt })
    .from(placements)
    .where(eq(placements.admissionId, found.id));
  const role = mayTakeRole({ held: found.role, granted: entrance.role, wasHere: placed?.joinedAt != null });
  const [updated] = await tx
    .update(admissions)
    .set({
      role,
      displayName: entrance.displayName || found.displayName,
      organisation: entrance.organisation || found.organisation,
      personId: found.personId ?? entrance.personId,
      registrationId: found.registrationId ?? entrance.registrationId,
    })
    .where(eq(admissions.id, found.id))
    .returning();
  return updated ?? found;
}

type Lease = { admissionId: Id<"admission">; eventId: Id<"event">; tab: string; takeOver: boolean };

/** True when the tab holds the lease now. The row lock makes two tabs that press at once take turns. */
async function takeLease(
  { tx, now }: Context,
  { admissionId, eventId, tab, takeOver }: Lease,
): Promise<boolean> {
  await tx.insert(placements).values({ admissionId, eventId }).onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(placements)
    .where(eq(placements.admissionId, admissionId))
    .for("update");
  const age = now.getTime() - Number(row?.lastSeenAt ?? 0);
  const isHeld = row?.leaseId != null && row.leaseId !== tab && age < LEASE_MS;
  if (isHeld && !takeOver) return false;
  await tx
    .update(placements)
    .set({ leaseId: tab, leaseAt: now, lastSeenAt: now })
    .where(eq(placements.admissionId, admissionId));
  return true;
}
