import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { admissions } from "@/db/schema/rooms";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { within } from "@/domain/kernel/within";
import { proveRegistration } from "@/domain/registration/commands/prove-registration";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { type Admission, findPeople } from "../internal/admissions";
import { admissionMadeBy, type Entrance } from "../internal/entrance";
import { placeLateArrival } from "../internal/late-arrival";
import { takeLease } from "../internal/lease";
import { sessionToEnter } from "../internal/session";
import { loadStanding } from "../queries/standing";
import { isHost, isOnStage, isSameRole, knowsRoom, roleOnEntry } from "../rules";
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
  run: async (context, { eventId, tab, takeOver }, standing) => {
    const { entrance, me } = standing;
    if (!entrance) return fail("forbidden", "not_registered");
    const session = await sessionToEnter(context.tx, standing);
    const { admission, isNew } = await admit(context, eventId, {
      entrance: await proven(context, entrance),
      me,
    });
    // A locked door keeps out whoever was never inside; where-am-i says so.
    const isShut = session.locked && session.openedAt !== null && !isOnStage(admission.role);
    if (isShut && !me?.rows.wasHere) return ok({ admissionId: admission.id, holdsLease: false });
    const lease = { admissionId: admission.id, eventId, tab, takeOver };
    const taken = await takeLease(context, lease);
    if (!taken) return ok({ admissionId: admission.id, holdsLease: false });
    const waits = session.lobby && !isOnStage(admission.role) && !me?.rows.admitted;
    if (!waits) await placeLateArrival(context, { session, admission, rooms: standing.rooms });
    // Everybody may have read that no host is there.
    if (isHost(admission.role)) await context.emit({ kind: "stage.changed", payload: { eventId } });
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

type Arriving = { entrance: Entrance; me: { admission: Admission } | undefined };

/** Finds or makes the admission. Two first joins of one person at once make one row: the unique keys decide. */
async function admit(context: Context, eventId: Id<"event">, { entrance, me }: Arriving) {
  const { tx, now } = context;
  const { waiting: _, ...values } = entrance;
  if (me) return { admission: await refresh(context, { admission: me.admission, entrance }), isNew: false };
  const [made] = await tx
    .insert(admissions)
    .values({ ...values, eventId, createdAt: now })
    .onConflictDoNothing()
    .returning();
  if (made) return { admission: made, isNew: true };
  const [found] = await findPeople(tx, admissionMadeBy(eventId, entrance), now);
  if (!found) throw new Error("an admission was in the way that belongs to nobody");
  return { admission: await refresh(context, { admission: found.admission, entrance }), isNew: false };
}

/** Keeps role, name and ties up to date. */
async function refresh(
  { tx, now }: Context,
  { admission, entrance }: { admission: Admission; entrance: Entrance },
): Promise<Admission> {
  const entered = roleOnEntry(admission, entrance.role);
  const current = {
    ...entered,
    roleSince: isSameRole(entered.role, admission.role) ? admission.roleSince : now,
    displayName: (!admission.nameGiven && entrance.displayName) || admission.displayName,
    organisation: entrance.organisation || admission.organisation,
    personId: admission.personId ?? entrance.personId,
    registrationId: admission.registrationId ?? entrance.registrationId,
  };
  if (isDeepStrictEqual({ ...admission, ...current }, admission)) return admission;
  const [updated] = await tx
    .update(admissions)
    .set(current)
    .where(eq(admissions.id, admission.id))
    .returning();
  return updated ?? admission;
}
