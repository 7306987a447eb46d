import type { BoardTalk, Closed, PlanBoard } from "@/domain/matchmaking/labels";

export type Move = { talkId: string; slot: number; table?: number | null };
/** Why a talk can't be there, in the words that the command uses as well. */
export type MoveRefusal = {
  why:
    | "personBusy"
    | "sessionThen"
    | "calendarThen"
    | "blockedThen"
    | "notThere"
    | "noTableFree"
    | "quotaReached"
    | "lockedTalk"
    | "bookedTalk"
    | "pastSlot";
  name?: string;
  quota?: number;
};

const closedAs = {
  session: "sessionThen",
  calendar: "calendarThen",
  blocked: "blockedThen",
  notThere: "notThere",
} as const satisfies Record<Closed["why"], MoveRefusal["why"]>;

const needsTable = ({ place }: BoardTalk) => place !== "online";

/** Talks that take up a slot, but for the one that moves. */
const othersOf = (board: PlanBoard, talkId: string) =>
  board.talks.filter(({ id, slot, state }) => id !== talkId && slot !== null && state !== "cancelled");

/** Why this talk can't be moved there; undefined when it can. The first reason that holds is told. */
export function moveRefusal(board: PlanBoard, move: Move, now: Date): MoveRefusal | undefined {
  const talk = board.talks.find(({ id }) => id === move.talkId);
  const slot = board.slots[move.slot];
  if (!talk || !slot) return { why: "pastSlot" };
  if (talk.state === "booked" || talk.state === "held") return { why: "bookedTalk" };
  if (talk.locked) return { why: "lockedTalk" };
  if (new Date(slot.startsAt) < now) return { why: "pastSlot" };
  const others = othersOf(board, talk.id);
  for (const person of board.people.filter(({ id }) => talk.people.includes(id))) {
    const own = others.filter(({ people }) => people.includes(person.id));
    if (own.some((other) => other.slot === move.slot)) return { why: "personBusy", name: person.name };
    const closed = board.closed.find((one) => one.personId === person.id && one.slot === move.slot);
    if (closed) return { why: closedAs[closed.why], name: person.name };
    if (talk.slot === null && own.length >= person.quota)
      return { why: "quotaReached", name: person.name, quota: person.quota };
  }
  return tableRefusal(board, { talk, move, others });
}

type Seat = { talk: BoardTalk; move: Move; others: readonly BoardTalk[] };

function tableRefusal(board: PlanBoard, { talk, move, others }: Seat): MoveRefusal | undefined {
  if (!needsTable(talk)) return undefined;
  const then = others.filter((other) => other.slot === move.slot && needsTable(other));
  if (then.length >= board.tables) return { why: "noTableFree" };
  const wanted = move.table ?? null;
  return wanted !== null && then.some(({ table }) => table === wanted) ? { why: "noTableFree" } : undefined;
}
