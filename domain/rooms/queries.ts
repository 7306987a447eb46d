import "server-only";
import { and, desc, eq, inArray, ne, or, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { networkMembers } from "@/db/schema/alliance";
import { hands } from "@/db/schema/interaction";
import { people } from "@/db/schema/people";
import { registrationClaims, registrations } from "@/db/schema/registration";
import { admissions } from "@/db/schema/rooms";
import { type Actor, can, stageRoleOf } from "@/domain/policy";
import {
  type EventScope,
  eventScope,
  eventScopeBySlug,
  listOthersOfSeries,
} from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { type Admission, loadPeople } from "./internal/admissions";
import { allowedRooms } from "./internal/allowed-rooms";
import { credentialsOf, type Entrance, findAdmission } from "./internal/entrance";
import { peopleFor } from "./internal/people-list";
import { place } from "./internal/place";
import { countPresent } from "./internal/presence";
import { roomRights } from "./internal/room-rights";
import { roundsForHosts, roundsForPerson } from "./internal/round-list";
import { eventRowsOf, findSession, noSettings } from "./internal/session";
import type { Standing } from "./internal/standing";
import type { Talker } from "./internal/talk-people";
import { answerWhere } from "./internal/where-am-i";
import { isOnStage, isUnproven } from "./rules";

/** How this actor may enter an event: by grant, by registration, or merely as a claim. Undefined: not at all. */
export async function findEntrance(
  reader: Reader,
  actor: Actor,
  event: EventScope,
): Promise<Entrance | undefined> {
  const { personId, mailed, claims } = credentialsOf(actor, event.eventId);
  const role = stageRoleOf(actor, event);
  const own = [
    ...(personId ? [eq(registrations.personId, personId)] : []),
    ...(mailed.length > 0 ? [inArray(registrations.id, mailed)] : []),
  ];
  const [seat] =
    own.length === 0
      ? []
      : await reader
          .select()
          .from(registrations)
          .where(
            and(eq(registrations.eventId, event.eventId), ne(registrations.status, "cancelled"), or(...own)),
          )
          .orderBy(registrations.status)
          .limit(1);
  if (role && personId) {
    const [person] = await reader.select().from(people).where(eq(people.id, personId));
    const name = person?.name || seat?.name || "";
    const organisation = person?.organisation ?? "";
    const registrationId = seat?.id ?? null;
    return { role, waiting: false, displayName: name, organisation, personId, registrationId, claimId: null };
  }
  if (seat) {
    return {
      role: "participant",
      waiting: seat.status === "waiting",
      displayName: seat.name,
      organisation: seat.organisation,
      personId: seat.personId ?? personId,
      registrationId: seat.id,
      claimId: null,
    };
  }
  return event.membersOnly ? undefined : findClaim(reader, claims);
}

/** The newest claim of this browser whose registration still stands. */
async function findClaim(reader: Reader, claims: Id<"claim">[]): Promise<Entrance | undefined> {
  if (claims.length === 0) return undefined;
  const [found] = await reader
    .select({ claim: registrationClaims, status: registrations.status })
    .from(registrationClaims)
    .innerJoin(registrations, eq(registrations.id, registrationClaims.registrationId))
    .where(and(inArray(registrationClaims.id, claims), ne(registrations.status, "cancelled")))
    .orderBy(desc(registrationClaims.createdAt))
    .limit(1);
  if (!found) return undefined;
  const { claim, status } = found;
  return {
    role: "unproven",
    waiting: status === "waiting",
    displayName: claim.name,
    organisation: "",
    personId: null,
    registrationId: claim.registrationId,
    claimId: claim.id,
  };
}

/** People whose raised hand was accepted: they may speak in a forum. */
export async function acceptedHandsOf(reader: Reader, sessionId: Id<"liveSession">): Promise<Set<string>> {
  const found = await reader
    .select({ admissionId: hands.admissionId })
    .from(hands)
    .where(and(eq(hands.liveSessionId, sessionId), eq(hands.state, "speaking")));
  return new Set(found.map((row) => row.admissionId));
}

/**
 * Who the actor is in this event and where it stands at `now`. Undefined for events that do not exist or are
 * drafts. `admitted` is missing for strangers, the banned and people on the waiting list, so the policy refuses.
 */
export async function standingOf(
  reader: Reader,
  actor: Actor,
  { eventId, now }: { eventId: Id<"event">; now: Date },
): Promise<Standing | undefined> {
  const event = await eventScope(reader, eventId);
  return event && standingIn(reader, actor, { event, now });
}

/** The same for an event that was read already. */
async function standingIn(
  reader: Reader,
  actor: Actor,
  { event, now }: { event: EventScope; now: Date },
): Promise<Standing | undefined> {
  const { eventId } = event;
  if (!event || event.status === "draft") return undefined;
  const entrance = await findEntrance(reader, actor, event);
  const admission = entrance && (await findAdmission(reader, eventId, entrance));
  const found = await findSession(reader, eventId);
  const main = found?.rooms.find((room) => room.kind === "main") ?? null;
  const eventRows = eventRowsOf(event, found?.session, main);
  const [me] = admission ? await loadPeople(reader, [admission], now) : [];
  const here = me && place(me.rows, eventRows, now);
  const accepted = found ? await acceptedHandsOf(reader, found.session.id) : new Set<string>();
  const rights =
    me && here?.state === "room" && found
      ? roomRights({ ...found, person: me, room: here.room, accepted })
      : undefined;
  const openRooms = found?.rooms ?? [];
  const isIn = me !== undefined && !entrance?.waiting && here?.state !== "removed";
  return {
    networkId: event.networkId,
    eventId,
    ...(isIn ? { admitted: me.admission.role } : {}),
    event,
    entrance,
    session: found?.session,
    settings: found?.settings ?? noSettings,
    accepted,
    rooms: openRooms,
    eventRows,
    me,
    place: here,
    rights,
    myRooms: isIn ? allowedRooms({ person: me.rows, event: eventRows, openRooms, now }) : new Set(),
  };
}

/** Who may listen to an event's signals, and on which channels. Undefined for strangers, the banned and the future. */
export async function listeningOf(
  actor: Actor,
  slug: string,
  now: Date,
): Promise<{ eventId: Id<"event">; channels: string[] } | undefined> {
  const event = await eventScopeBySlug(db(), slug);
  const standing = event && (await standingIn(db(), actor, { event, now }));
  if (!standing?.entrance || standing.place?.state === "removed") return undefined;
  if (standing.event.status === "cancelled") return undefined;
  const { eventId, me } = standing;
  return { eventId, channels: me ? [eventId, me.admission.id] : [eventId] };
}

/** An event's id by its address; undefined for drafts too, so that a door need not know more. */
export async function findEventId(slug: string): Promise<Id<"event"> | undefined> {
  const event = await eventScopeBySlug(db(), slug);
  return event?.status === "draft" ? undefined : event?.id;
}

/** The universal recovery of a room page: where this tab belongs, with a fresh token. Changes no row. */
export async function whereAmI(actor: Actor, { slug, tab }: { slug: string; tab: string }, now: Date) {
  const reader = db();
  const event = await eventScopeBySlug(reader, slug);
  const standing = event && (await standingIn(reader, actor, { event, now }));
  if (!standing || (standing.event.membersOnly && !standing.entrance)) return fail("not_found", "missing");
  if (!standing.entrance) return fail("forbidden", "not_registered");
  const [following] = await listOthersOfSeries(
    { id: standing.event.id, seriesId: standing.event.seriesId },
    { now, limit: 1 },
    reader,
  );
  const audience = standing.session ? await countPresent(reader, standing.eventId, now) : 0;
  const nextEventSlug = following?.slug ?? null;
  return answerWhere({ reader, standing, tab, now, audience, nextEventSlug });
}

/** `GET people`: who is here, as far as this actor may see. 403 for strangers. */
export async function listPeople(actor: Actor, eventId: Id<"event">, now: Date) {
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "room.enter", standing)) return fail("forbidden", "not_allowed");
  const isHost = can(actor, "room.moderate", standing);
  return ok(await peopleFor(db(), isHost ? { ...standing, admitted: "host" } : standing, now));
}

/** `GET rounds`: hosts get every round with its people; others the one they are in. */
export async function listRounds(actor: Actor, eventId: Id<"event">, now: Date) {
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "room.enter", standing)) return fail("forbidden", "not_allowed");
  const { session, me } = standing;
  const serverNow = now.toISOString();
  if (!session) return ok({ rounds: [], serverNow });
  if (can(actor, "round.manage", standing)) {
    return ok({ rounds: await roundsForHosts(db(), session, now), serverNow });
  }
  if (!me || !isProven(standing)) return ok({ rounds: [], serverNow });
  const rounds = await roundsForPerson(db(), { session, admissionId: me.admission.id, now });
  return ok({ rounds, serverNow });
}

/** The actor's admission in an event; undefined before joining. */
export async function admissionOf(
  reader: Reader,
  actor: Actor,
  eventId: Id<"event">,
): Promise<Admission | undefined> {
  const event = await eventScope(reader, eventId);
  const entrance = event && (await findEntrance(reader, actor, event));
  return entrance && findAdmission(reader, eventId, entrance);
}

/** Admissions among these that still stand: a cancelled registration takes its admission with it. */
export async function standingAdmissions(
  reader: Reader,
  eventId: Id<"event">,
  ids: readonly Id<"admission">[],
): Promise<Admission[]> {
  if (ids.length === 0) return [];
  const found = await reader
    .select({ admission: admissions, status: registrations.status })
    .from(admissions)
    .leftJoin(registrations, eq(registrations.id, admissions.registrationId))
    .where(and(eq(admissions.eventId, eventId), inArray(admissions.id, [...ids])));
  return found
    .filter(({ admission, status }) => isOnStage(admission.role) || status !== "cancelled")
    .map(({ admission }) => admission);
}

/** The people of a talk with a standing registration for the event, in the order of `personIds`. */
export async function listTalkers(
  reader: Reader,
  eventId: Id<"event">,
  personIds: readonly Id<"person">[],
): Promise<Talker[]> {
  const found = await reader
    .select({
      personId: people.id,
      registrationId: registrations.id,
      displayName: sql<string>`coalesce(nullif(${registrations.name}, ''), ${people.name})`,
      organisation: sql<string>`coalesce(nullif(${registrations.organisation}, ''), ${people.organisation})`,
    })
    .from(people)
    .innerJoin(registrations, eq(registrations.personId, people.id))
    .where(
      and(
        inArray(people.id, [...personIds]),
        eq(registrations.eventId, eventId),
        eq(registrations.status, "confirmed"),
      ),
    );
  return personIds.flatMap((personId) => found.find((row) => row.personId === personId) ?? []);
}

/** What pairs should mix: a person's network, else the organisation, else nothing. */
export async function affiliationsOf(
  reader: Reader,
  admitted: readonly Admission[],
): Promise<Map<Id<"admission">, string>> {
  const personIds = admitted.flatMap(({ personId }) => (personId ? [personId] : []));
  const memberships =
    personIds.length === 0
      ? []
      : await reader
          .select({ personId: networkMembers.personId, networkId: networkMembers.networkId })
          .from(networkMembers)
          .where(inArray(networkMembers.personId, personIds));
  const networks = new Map(memberships.map((row) => [row.personId, row.networkId]));
  return new Map(
    admitted.map(({ id, personId, organisation }) => [
      id,
      (personId && networks.get(personId)) || organisation,
    ]),
  );
}

/** True for those who may see more than the stage: proven people, never mere claims. */
export const isProven = (standing: Standing) =>
  standing.admitted !== undefined && !isUnproven(standing.admitted);
