import { TALK_GRACE_MS, TALK_HANDOVER_MS, TALK_OPENS_BEFORE_MS } from "@/domain/rooms/rules";
import { GIVE_UP_MS, type MeetingRow, type Span } from "../rules";

/** A room that was open for less than this tells nothing about who did not come. */
export const NO_SHOW_OPEN_MS = 300_000;
/** When a talk's presence is written down: the room is gone by then, and LiveKit has told who left. */
export const PRESENCE_CLOSES_MS = 600_000;

/** So long after its start, whoever is missing from a talk hears that somebody waits. */
export const NUDGE_MS = 120_000;
/** How much longer a talk gets that both want to go on. */
export const EXTENSION_MS = 600_000;
/** How often that is: who needs more than half an hour beyond their time needs another talk. */
export const MOST_EXTENSIONS = 3;

/** Whether somebody came, as it is kept of each person of a talk. */
export type Came = "came" | "missed" | "unknown";

/** When the room of a talk was open. A talk that was called off or moved closed its room at that moment. */
export const roomOpen = ({ startsAt, endsAt }: Span, closedAt: Date | null): Span => {
  const end = endsAt.getTime() + TALK_GRACE_MS;
  return {
    startsAt: new Date(startsAt.getTime() - TALK_OPENS_BEFORE_MS),
    endsAt: new Date(Math.min(end, closedAt?.getTime() ?? end)),
  };
};

type Looked = {
  open: Span;
  joinedAt: Date | null;
  /** Whether anybody could see it: not at a table, nor where no minutes are kept. */
  isSeen: boolean;
  now: Date;
};

/** No-show: never joined a room that was open for five minutes. Until then nothing is said of who is missing. */
export function cameTo({ open, joinedAt, isSeen, now }: Looked): Came {
  if (!isSeen) return "unknown";
  if (joinedAt) return "came";
  const openMs = Math.min(now.getTime(), open.endsAt.getTime()) - open.startsAt.getTime();
  return openMs >= NO_SHOW_OPEN_MS ? "missed" : "unknown";
}

export type TalkState = "ahead" | "running" | "held" | "not_held" | "unknown" | "cancelled";
type Outcome = "did_not_happen" | "no_common_interest" | "interesting" | "cooperation_possible";
type Judged = {
  meeting: MeetingRow;
  sides: readonly { came: Came; isCorrected: boolean; togetherSeconds: number; outcome: Outcome | null }[];
  now: Date;
};

/**
 * Whether a talk took place. What was seen or corrected counts first; where nobody could see it, what its people say came
 * of it. Two who were in the room one after the other did not talk.
 */
export function talkState({ meeting, sides, now }: Judged): TalkState {
  if (meeting.status === "cancelled") return "cancelled";
  if (now < meeting.startsAt) return "ahead";
  if (now < meeting.endsAt) return "running";
  const there = sides.filter(({ came }) => came === "came");
  const met = there.some(({ isCorrected, togetherSeconds }) => isCorrected || togetherSeconds > 0);
  if (there.length >= 2) return met ? "held" : "not_held";
  if (sides.filter(({ came }) => came !== "missed").length < 2) return "not_held";
  const said = sides.flatMap(({ outcome }) => outcome ?? []);
  if (said.includes("did_not_happen")) return "not_held";
  return said.length > 0 ? "held" : "unknown";
}

type Presence = { isSeen: boolean; joinedAt: Date | null };

/** Who never came to a talk, of those whom anybody could see. */
export const missingIn = <Side extends Presence>({ sides }: { sides: readonly Side[] }): Side[] =>
  sides.filter(({ isSeen, joinedAt }) => isSeen && joinedAt === null);

type Waiting = {
  startsAt: Date;
  sides: readonly (Presence & { personId: string; isThere: boolean })[];
};

/** Whether this person sits in the room of a talk to which, five minutes after its start, nobody else ever came. */
export function waitsInVain({ startsAt, sides }: Waiting, me: string, now: Date): boolean {
  if (now.getTime() < startsAt.getTime() + GIVE_UP_MS) return false;
  const isHere = sides.some(({ personId, isThere }) => personId === me && isThere);
  const others = sides.filter(({ personId }) => personId !== me);
  return isHere && others.length > 0 && missingIn({ sides: others }).length === others.length;
}

/** From its start until its room is gone, a talk can go on for longer. */
export const isExtendable = ({ startsAt, endsAt }: Span, now: Date): boolean =>
  now >= startsAt && now.getTime() < endsAt.getTime() + TALK_GRACE_MS;

/** So long after the end of a talk its people may have to be in the lobby of their next one. */
export const NEXT_WITHIN_MS = TALK_GRACE_MS + TALK_OPENS_BEFORE_MS;

/**
 * When somebody leaves a talk for their next one: half a minute after its end, or when that room opens. Null where the
 * grace after the end is theirs as a whole.
 */
export function leavesAt(endsAt: Date, nextStartsAt: Date | undefined): Date | null {
  if (!nextStartsAt) return null;
  const end = endsAt.getTime();
  const leaves = Math.max(end + TALK_HANDOVER_MS, nextStartsAt.getTime() - TALK_OPENS_BEFORE_MS);
  return leaves < end + TALK_GRACE_MS ? new Date(leaves) : null;
}
