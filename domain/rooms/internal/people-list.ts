import type { Reader } from "@/db/client";
import { perRevision } from "@/domain/kernel/memo";
import type { EventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { peopleNow } from "../queries/roles";
import { isHost, isOnStage, isUnproven, seesEverybody } from "../rules";
import type { RoomRole } from "../schema";
import { loadPeople } from "./admissions";
import type { RoomRow, RoundRow } from "./place";
import { listOpenPages, roomsOfConnected } from "./presence";
import type { Standing } from "./standing";

type Listed = {
  admissionId: Id<"admission">;
  name: string;
  organisation: string;
  role: RoomRole;
  roomId: string | null;
  /** That room is the one of a talk, which is its people's alone. */
  isInTalk: boolean;
  present: boolean;
  silenced: boolean;
  /** Hosts took away the right to write; theirs alone to know. */
  noChat: boolean;
  /** The hosts show this person large to everybody in that room. */
  isSpotlit: boolean;
  /** The breakout or talk this person has now. */
  ownRooms: readonly string[];
};

/** In the room of a stage or forum one sees who speaks there, as in the plenary of one. */
const isShared = ({ mode }: RoomRow) => mode === null || mode === "roundtable";
const isNow = ({ startsAt, endsAt }: RoundRow, now: Date) =>
  startsAt !== null && endsAt !== null && startsAt <= now && now < endsAt;

/** Everybody who is here, with all that any viewer may see. */
async function readAll(reader: Reader, event: EventScope, now: Date): Promise<Listed[]> {
  const { eventId } = event;
  const open = await listOpenPages(reader, eventId, now);
  const [people, connected] = [
    await peopleNow(reader, event, await loadPeople(reader, open, now)),
    await roomsOfConnected(reader, eventId),
  ];
  return people
    .filter(({ rows }) => rows.banned === undefined)
    .map(({ admission, rows, silenced, noChat }) => ({
      admissionId: admission.id,
      name: admission.displayName,
      organisation: admission.organisation,
      role: rows.role,
      roomId: connected.get(admission.id)?.roomId ?? null,
      isInTalk: connected.get(admission.id)?.isTalk ?? false,
      present: true,
      silenced,
      noChat,
      isSpotlit: connected.get(admission.id)?.isSpotlit ?? false,
      ownRooms: rows.assignments
        .filter(({ round, room }) => isShared(room) && isNow(round, now))
        .map(({ room }) => room.id),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "de"));
}

/**
 * The people this viewer may see: hosts everybody; participants of a round table each other; in a stage or forum
 * those on stage and those in the own breakout. Claims see the stage only. The audience is always counted, and those of
 * it who only watch: neither on stage by role nor given the floor.
 */
export async function peopleFor(reader: Reader, standing: Standing, now: Date) {
  const { event, eventId, session, settings, accepted, me, admitted } = standing;
  const all = await perRevision(reader, { channel: eventId, key: "people", seconds: 5, now }, () =>
    readAll(reader, event, now),
  );
  const role = admitted ?? standing.entrance?.role ?? "unproven";
  const everybody = seesEverybody({ role, mode: session?.mode ?? event.mode, settings });
  const here = standing.place?.state === "room" ? standing.place.room.id : "";
  const hasFloor = (one: Listed) => isOnStage(one.role) || accepted.has(one.admissionId);
  const isSeen = (one: Listed) =>
    everybody ||
    hasFloor(one) ||
    one.admissionId === me?.admission.id ||
    (one.isSpotlit && one.roomId === here) ||
    (!isUnproven(role) && one.ownRooms.includes(here));
  return {
    people: all.filter(isSeen).map(({ ownRooms: _, isInTalk, noChat, ...shown }) => ({
      ...shown,
      ...(isHost(role) ? { noChat } : {}),
      // Two in the same room of a talk would tell everybody who talks with whom, and one alone who did not come.
      roomId: isInTalk && shown.roomId !== here ? null : shown.roomId,
    })),
    audience: all.length,
    watching: all.filter((one) => !hasFloor(one)).length,
  };
}
