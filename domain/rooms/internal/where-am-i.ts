import { count, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { assignments } from "@/db/schema/rooms";
import { env } from "@/lib/env";
import { idOf } from "@/lib/ids";
import { accessToken } from "@/lib/livekit/access-token";
import { LiveKitUnavailable } from "@/lib/livekit/room-service";
import { fail, ok } from "@/lib/result";
import { minutesBetween } from "@/lib/time/minutes";
import { hasFewCameras, modeOf } from "../rules";
import { namedMaintenance } from "../rules/maintenance";
import type { Epoch } from "../schema";
import type { Person } from "./admissions";
import { ensureRoom } from "./ensure-room";
import { announcedRound, comingPlace, isOver, type RoomRow, type RoundRow, spanOf } from "./place";
import { audienceOf, LEASE_MS } from "./presence";
import { roomRights } from "./room-rights";
import type { LiveSession } from "./session";
import type { Standing } from "./standing";

type Question = {
  reader: Reader;
  standing: Standing;
  tab: string;
  now: Date;
  /** Other events of the series, nearest first; asked only when this one is over. */
  following: () => Promise<readonly { slug: string }[]>;
};
type Wait = "not_open" | "not_joined" | "hosts_only" | "locked" | "lobby" | "waiting_list" | "talk_lobby";

const iso = (date: Date | null) => date?.toISOString() ?? null;

/** What every answer says, whatever the state. */
function commonOf({ standing, now }: Question) {
  const { event, session, eventRows, me } = standing;
  const maintenance = namedMaintenance(env().PLENUM_MAINTENANCE, now);
  return {
    serverNow: now.toISOString(),
    maintenance: maintenance && {
      from: maintenance.from.toISOString(),
      until: maintenance.until.toISOString(),
    },
    me: me
      ? {
          admissionId: me.admission.id,
          name: me.admission.displayName,
          role: me.rows.role,
          unmuteAskedAt: iso(me.placement?.unmuteAskedAt ?? null),
        }
      : null,
    session: {
      eventId: event.id,
      title: event.title,
      slug: event.slug,
      mode: session?.mode ?? event.mode,
      live: eventRows.openedAt !== null && !isOver(eventRows, now),
      frozen: session?.frozen ?? false,
      locked: session?.locked ?? false,
      ended: isOver(eventRows, now),
      startsAt: event.startsAt.toISOString(),
      endsAt: event.endsAt.toISOString(),
    },
  };
}

/** Answers the question from rows, and has LiveKit make the room. 503 when LiveKit is away, not when it is slow. */
export async function answerWhere(question: Question) {
  const { standing, now, following } = question;
  const { me, place, eventRows, entrance, session } = standing;
  const common = commonOf(question);
  const wait = (reason: Wait, opensAt: Date | null) =>
    ok({ state: "wait" as const, ...common, reason, opensAt: iso(opensAt) });

  if (place?.state === "removed") {
    return ok({ state: "removed" as const, ...common, until: iso(place.until) });
  }
  if (entrance?.waiting) return wait("waiting_list", standing.event.startsAt);
  if (place?.state === "ended" || (!me && isOver(eventRows, now))) {
    const [next] = await following();
    return ok({ state: "ended" as const, ...common, nextEventSlug: next?.slug ?? null });
  }
  if (place?.state === "wait" && place.reason === "locked") return wait("locked", null);
  const lease = leaseOf(me, question);
  if (lease === "elsewhere") return ok({ state: "elsewhere" as const, ...common });
  if (!me || !place || !session || lease === "none") return wait("not_joined", standing.event.startsAt);
  if (place.state === "wait") return wait(place.reason, place.opensAt);
  try {
    return ok({ state: "room" as const, ...common, ...(await targetsOf(question, { me, session, place })) });
  } catch (error) {
    if (error instanceof LiveKitUnavailable) return fail("unavailable", "livekit");
    throw error;
  }
}

/** Whether this tab may hold media, another one does, or none has asked. */
function leaseOf(me: Person | undefined, { tab, now }: Question): "mine" | "elsewhere" | "none" {
  const placement = me?.placement;
  if (!placement?.leaseId) return "none";
  if (placement.leaseId === tab) return "mine";
  const age = now.getTime() - Number(placement.lastSeenAt ?? 0);
  return age < LEASE_MS ? "elsewhere" : "none";
}

type Placed = {
  me: Person;
  session: LiveSession;
  place: { room: RoomRow; round: RoundRow | null; epoch: Epoch };
};

async function targetsOf(question: Question, { me, session, place }: Placed) {
  const { standing, now } = question;
  const coming = comingPlace(me.rows, standing.eventRows, now);
  const announced = coming ? null : announcedRound(me.rows, now);
  const target = await targetOf(question, { me, session, place });
  const next = coming && {
    ...(await targetOf(question, { me, session, place: coming })),
    startsAt: coming.from.toISOString(),
    autoMove: coming.autoMove,
  };
  const soon =
    announced?.round.startsAt && announced.round.endsAt
      ? {
          roundId: announced.round.id,
          label: announced.room.label,
          kind: announced.room.kind,
          people: await peopleIn(question.reader, announced.room.id),
          opensAt: new Date(announced.from).toISOString(),
          ...timesOf(announced),
        }
      : null;
  return { target, next, announced: soon };
}

/** From when to when a talk or a breakout is; the room of a talk opens before, and is left later. */
function timesOf(held: { round: RoundRow; room: RoomRow }) {
  const { round } = held;
  const { from, to } = round.kind === "talk" ? { from: round.startsAt, to: round.endsAt } : spanOf(held);
  return { startsAt: new Date(Number(from)).toISOString(), endsAt: new Date(Number(to)).toISOString() };
}

function lengthOf(held: { round: RoundRow; room: RoomRow }) {
  if (!held.round.endsAt) return { endsAt: null };
  const { startsAt, endsAt } = timesOf(held);
  return { endsAt, minutes: Math.max(1, minutesBetween(startsAt, endsAt)) };
}

async function targetOf(question: Question, { me, session, place }: Placed) {
  const { reader, standing } = question;
  const { room, round, epoch } = place;
  const rights = await rightsIn(question, { me, session, room });
  await ensureRoom(room.lkName);
  const assigned = round ? await peopleIn(reader, room.id) : null;
  const { id: identity, displayName: name } = me.admission;
  const start = round ? new Date(epoch[1]) : (session.openedAt ?? standing.event.startsAt);
  return {
    epoch,
    room: {
      id: room.id,
      kind: room.kind,
      label: room.label,
      mode: modeOf(room, session.mode),
      people: assigned ?? 0,
    },
    roundId: round?.id ?? null,
    rights,
    fewCameras: await fewCamerasIn(question, { session, assigned }),
    url: env().LIVEKIT_URL,
    token: await accessToken({ identity, name, room: room.lkName, rights }),
    startsAt: start.toISOString(),
    ...(round ? lengthOf({ round, room }) : { endsAt: standing.event.endsAt.toISOString() }),
  };
}

/** Only for those who merely watch the plenary it matters how many others do. */
async function rightsIn(
  { reader, standing, now }: Question,
  { me, session, room }: Pick<Placed, "me" | "session"> & { room: RoomRow },
) {
  const input = { ...standing, person: me, room, session };
  const granted = roomRights(input);
  if (granted.mic || granted.cam || room.kind !== "main") return granted;
  return roomRights({ ...input, audience: (await audienceOf(reader, standing.eventId, now)).people });
}

/** Only for the plenary it is counted who is here; a room of a round has its list. */
async function fewCamerasIn(
  { reader, standing, now }: Question,
  { session, assigned }: { session: LiveSession; assigned: number | null },
): Promise<boolean> {
  if (assigned !== null) return hasFewCameras({ assigned });
  const present = await audienceOf(reader, standing.eventId, now);
  return hasFewCameras({ ...present, mode: session.mode, speaking: standing.accepted.size });
}

const peopleIn = async (reader: Reader, roomId: string): Promise<number> => {
  const id = idOf("room").parse(roomId);
  const [row] = await reader.select({ people: count() }).from(assignments).where(eq(assignments.roomId, id));
  return row?.people ?? 0;
};
