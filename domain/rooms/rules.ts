import { fail } from "@/lib/result";
import type { RoomKind, RoomMode, RoomRole, RoomSettings, RoundRule } from "./schema";

/** What somebody may do in one room. The token and LiveKit's permissions say the same. */
export type Rights = {
  mic: boolean;
  cam: boolean;
  screen: boolean;
  data: boolean;
  hidden: boolean;
  chat: boolean;
  raiseHand: boolean;
  moderate: boolean;
};

/** As they are stored, for queries. */
export const hostRoles = ["host", "cohost"] as const satisfies readonly RoomRole[];
export const stageRoles = [...hostRoles, "speaker"] as const;
export const isHost = (role: RoomRole) => role === "host" || role === "cohost";
/** On stage by role: enters before the hosts go live and may speak everywhere. */
export const isOnStage = (role: RoomRole) => isHost(role) || role === "speaker";
/** On stage, and not one of those who run it. */
export const isSpeaker = (role: RoomRole) => isOnStage(role) && !isHost(role);
/** Watches only, until the address is proven. */
export const isUnproven = (role: RoomRole) => role === "unproven";
/** How long somebody who was removed stays out; a ban lasts for the event. */
export const KICK_MS = 300_000;
/** Whom a round distributes: everyone else stays where they are unless moved by hand. */
export const isDistributed = (role: RoomRole) => role === "participant" || role === "viewer";

/** Everybody chooses a room themselves: among items of the agenda, or among rooms that a host prepared. */
export const isChosen = (rule: RoundRule) => rule === "own_choice" || rule === "free_choice";

/** Equal roles: what somebody got in one role, such as the floor, does not follow into another. */
export const isSameRole = (one: RoomRole, other: RoomRole) => one === other;

/** Nobody is promoted by itself: a speaker who is there takes over by their own click. */
export const mayTakeOver = isSpeaker;

type Change = { by: RoomRole; held: Held; wanted: RoomRole };

/**
 * Why a role cannot be given or taken; undefined when it can. Whoever owns the event by grant keeps their role; hosts who
 * were made in the room, and new ones, are the business of hosts and not of co-hosts.
 */
export function roleRefusal({ by, held, wanted }: Change): "unproven" | "is_host" | "not_host" | undefined {
  if (isUnproven(held.role)) return "unproven";
  if (held.role === "host" && !(held.roleGiven && by === "host")) return "is_host";
  return wanted === "host" && by !== "host" ? "not_host" : undefined;
}

/** The three whose time is counted; nobody's own is. */
export type SpeakingRole = "host" | "speaker" | "participant";
export const speakingRoleOf = (role: RoomRole): SpeakingRole => {
  if (isHost(role)) return "host";
  return isSpeaker(role) ? "speaker" : "participant";
};

type Held = { role: RoomRole; roleGiven: boolean };
const STRENGTH: Record<RoomRole, number> = {
  ...{ host: 5, cohost: 4, speaker: 3 },
  ...{ participant: 2, viewer: 1, unproven: 0 },
};

/**
 * The role that is stored when somebody enters with what the entrance grants. What hosts gave or took in the room
 * stays; only the event's own hosts get their role back whatever happened.
 */
export const roleOnEntry = (held: Held, granted: RoomRole): Held =>
  held.roleGiven && granted !== "host"
    ? { role: held.role, roleGiven: true }
    : { role: granted, roleGiven: false };

/**
 * The role somebody has now: the stored one, unless it came by an entrance that grants less today. So host is nobody
 * whose grant has ended, and a grant that is new counts from the next entry.
 */
export function roleNow({ role, roleGiven }: Held, granted: RoomRole): RoomRole {
  return STRENGTH[granted] < STRENGTH[role] && !roleGiven ? granted : role;
}

/** Who gets the list of everybody; the others see the stage and the number of people. */
export function seesEverybody(input: { role: RoomRole; mode: RoomMode; settings: RoomSettings }): boolean {
  if (isHost(input.role)) return true;
  if (input.role === "unproven") return false;
  return input.mode === "roundtable" || isOnStage(input.role) || input.settings.participantsSeeEachOther;
}

/** How people take part in a room: as its agenda item says, in the plenary as the event does, else at a round table. */
export const modeOf = (room: { kind: RoomKind; mode: RoomMode | null }, eventMode: RoomMode): RoomMode =>
  room.mode ?? (room.kind === "main" ? eventMode : "roundtable");

type Item = { title: string; kind: string; track: string; startsAt: Date; endsAt: Date };
export type Parallel<One extends Item> = { startsAt: Date; endsAt: Date; items: One[] };

/**
 * The parts of an agenda in which several tracks run at once: there each item takes place in a room of its own. Breaks and
 * hours of bilateral talks have none. Items in the order of their start.
 */
export function parallelParts<One extends Item>(agenda: readonly One[]): Parallel<One>[] {
  const parts: Parallel<One>[] = [];
  const tracked = agenda.filter(({ track, kind }) => track !== "" && kind !== "break" && kind !== "talks");
  for (const item of tracked.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())) {
    const last = parts.at(-1);
    if (!last || item.startsAt >= last.endsAt) {
      parts.push({ startsAt: item.startsAt, endsAt: item.endsAt, items: [item] });
      continue;
    }
    last.items.push(item);
    if (item.endsAt > last.endsAt) last.endsAt = item.endsAt;
  }
  return parts.filter(({ items }) => new Set(items.map(({ track }) => track)).size > 1);
}

/** What a room says of its agenda item wherever only its name is shown. */
export const labelOfItem = ({ title, track }: Pick<Item, "title" | "track">) => `${title} · ${track}`;

/** So long before parallel items begin one can choose among them. */
export const CHOICE_OPENS_MS = 15 * 60_000;

/** Names the floor that somebody has: of the plenary, or of one agenda item's own room and nowhere else. */
export const floorOf = (admissionId: string, roomId: string | null): string =>
  roomId === null ? admissionId : `${admissionId} ${roomId}`;

type RightsInput = {
  role: RoomRole;
  kind: RoomKind;
  /** Of this room: see `modeOf`. */
  mode: RoomMode;
  frozen: boolean;
  silenced: boolean;
  noChat: boolean;
  handAccepted: boolean;
  participantsShareScreen: boolean;
  /** Above about 200 people those who only watch join invisibly, against the cost of presence. */
  largeAudience: boolean;
};

const NOTHING = { mic: false, cam: false, screen: false };
const EVERYTHING = { mic: true, cam: true, screen: true };

function media(input: RightsInput): typeof EVERYTHING {
  const { role, kind, mode } = input;
  if (role === "unproven" || input.silenced) return NOTHING;
  if (input.frozen) return isHost(role) ? { ...EVERYTHING, screen: false } : NOTHING;
  if (isOnStage(role)) return EVERYTHING;
  if (role === "viewer" && kind === "main") {
    return input.handAccepted ? { ...EVERYTHING, screen: false } : NOTHING;
  }
  if (mode !== "roundtable") {
    // On a stage the hosts' invitation makes them a speaker for as long as they have the floor; a screen stays by role.
    return input.handAccepted ? { ...EVERYTHING, screen: false } : NOTHING;
  }
  return { mic: true, cam: true, screen: kind === "talk" || input.participantsShareScreen };
}

/** Rights per room: limits of the main room never leak into a breakout. */
export function rights(input: RightsInput): Rights {
  const { role, kind, frozen } = input;
  const granted = media(input);
  const speaks = granted.mic || granted.cam;
  const proven = role !== "unproven";
  return {
    ...granted,
    data: speaks,
    hidden: !speaks && input.largeAudience && kind === "main",
    chat: proven && !input.noChat && (!frozen || isHost(role)),
    raiseHand: proven && (kind === "main" || input.mode !== "roundtable") && !input.silenced && !frozen,
    // A talk belongs to its people: who runs the event is one of them there, and nobody's host.
    moderate: isHost(role) && kind !== "talk",
  };
}

const FEW_CAMERAS = 12;

/**
 * True when a browser can receive every camera that may be on at once; otherwise it asks for what it shows. A room of
 * a round is judged by its list, the plenary by who is here and may show themselves.
 */
export function hasFewCameras(
  room: { assigned: number } | { mode: RoomMode; people: number; onStage: number; speaking: number },
): boolean {
  if ("assigned" in room) return room.assigned <= FEW_CAMERAS;
  return (room.mode === "roundtable" ? room.people : room.onStage + room.speaking) <= FEW_CAMERAS;
}

export type RoundTimes = {
  startsAt: Date | null;
  endsAt: Date | null;
  closingDelaySeconds: number;
  cancelledAt: Date | null;
};
export type RoundState = "draft" | "announced" | "open" | "closing" | "closed" | "cancelled";

/** Status of a round from time alone: no missed timer can make it wrong. */
export function roundState(round: RoundTimes, now: Date): RoundState {
  if (round.cancelledAt) return "cancelled";
  if (!round.startsAt || !round.endsAt) return "draft";
  if (now < round.startsAt) return "announced";
  if (now < round.endsAt) return "open";
  return now.getTime() < round.endsAt.getTime() + round.closingDelaySeconds * 1000 ? "closing" : "closed";
}

/** Announced or open: its times can still be changed and people still be moved. */
export const isRunning = (round: RoundTimes, now: Date) =>
  ["announced", "open"].includes(roundState(round, now));

/** From the click on "open" to the start, so that browsers can prepare the next room. */
export const ROUND_LEAD_MS = 10_000;
/** The room of a talk opens so long before its start. */
export const TALK_OPENS_BEFORE_MS = 120_000;
/** How long after its last sign a page counts as there: three heartbeats. */
export const PRESENT_MS = 90_000;
export const TALK_GRACE_MS = 300_000;
export const TALK_HANDOVER_MS = 30_000;
/** Seconds after a round's closing delay until its rooms are deleted at LiveKit. */
export const HARD_STOP_MS = 15_000;
export const NEXT_MS = 30_000;
export const ANNOUNCED_MS = { breakout: 60_000, talk: TALK_OPENS_BEFORE_MS + 180_000 };
/** A session that nobody ends is over this long after its planned end. */
export const OVERTIME_MS = 30 * 60_000;
/** So long those of the stage can stay behind it once the audience has gone. */
export const BACKSTAGE_AFTER_MS = 60 * 60_000;

/** When a round's room disappears whatever anybody does: a talk's grace period counts as part of it. */
export function hardStopOf(round: RoundTimes & { kind: "breakout" | "talk" }): Date | null {
  if (!round.endsAt) return null;
  const grace = round.kind === "talk" ? TALK_GRACE_MS : round.closingDelaySeconds * 1000;
  return new Date(round.endsAt.getTime() + grace + HARD_STOP_MS);
}

/** What livekit-server tells when somebody's media is up. */
export const isJoining = (event: string) => event === "participant_joined";
/** What it tells when somebody is gone, or never got through. */
export const isLeaving = (event: string) =>
  event === "participant_left" || event === "participant_connection_aborted";
/** Webhooks that say when somebody came or went; all others change nothing. */
export const isAboutPresence = (event: string) => isJoining(event) || isLeaving(event);

/** Who may know that an event's room exists: everybody, unless the event is for members only. */
export const knowsRoom = (
  _actor: unknown,
  { event, entrance }: { event: { membersOnly: boolean }; entrance: unknown },
) => !event.membersOnly || entrance !== undefined;

/** What whoever may not come in is told: that they may not, or, where even that says too much, that nothing is there. */
export const keptOut = (standing: Parameters<typeof knowsRoom>[1] | undefined) =>
  standing && knowsRoom(undefined, standing)
    ? fail("forbidden", "not_allowed")
    : fail("not_found", "missing");

/** From the click to the first round of a speed networking: the worker plans meanwhile. */
export const NETWORKING_LEAD_MS = 20_000;

/** A round whose pairs may still change: browsers have not begun to prepare its rooms. */
export const isPlannable = ({ startsAt }: { startsAt: Date }, now: Date) =>
  startsAt.getTime() > now.getTime() + ROUND_LEAD_MS;

/** A pair as it is stored, whoever is named first. */
export const inOrder = <One extends string>(one: One, other: One): [One, One] =>
  one < other ? [one, other] : [other, one];
