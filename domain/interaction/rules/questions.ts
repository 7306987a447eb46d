export type QuestionState = "waiting" | "new" | "on_air" | "answered" | "dismissed" | "withdrawn";

/** The channel of pages that are open without signing in: it says that questions or votes changed, and nothing else. */
export const hallOf = (eventId: string): string => `hall:${eventId}`;

/** Questions one person may ask within a minute, and have open at once. */
export const QUESTION_LIMITS = { minute: 3, open: 10 } as const;

/** What decides whether somebody may ask one more; `ages` in milliseconds. */
type Asked = { ages: readonly number[]; open: number };
export const asksTooMuch = ({ ages, open }: Asked): "too_fast" | "too_many" | undefined => {
  if (ages.filter((age) => age < 60_000).length >= QUESTION_LIMITS.minute) return "too_fast";
  return open >= QUESTION_LIMITS.open ? "too_many" : undefined;
};

/** Which state may follow which; an answer in writing can be worded anew. */
const nextStates = {
  waiting: ["new", "on_air", "answered", "dismissed", "withdrawn"],
  new: ["waiting", "on_air", "answered", "dismissed", "withdrawn"],
  on_air: ["new", "answered", "dismissed", "withdrawn"],
  answered: ["new", "answered", "dismissed"],
  dismissed: ["new"],
  withdrawn: [],
} as const satisfies Record<QuestionState, readonly QuestionState[]>;

export const mayTurn = (from: QuestionState, to: QuestionState): boolean =>
  nextStates[from].some((state) => state === to);

/** Where each of the hosts' steps leads. */
export const stateAfter = {
  approve: "new",
  on_air: "on_air",
  answer: "answered",
  dismiss: "dismissed",
  reopen: "new",
} as const satisfies Record<string, QuestionState>;

/** Not settled yet: can be answered, and withdrawn by who asked. */
export const isOpenQuestion = (state: QuestionState) =>
  state === "waiting" || state === "new" || state === "on_air";
/** Everybody sees it. */
export const isPublicQuestion = (state: QuestionState) =>
  state === "new" || state === "on_air" || state === "answered";
/** Everybody can vote for it. */
export const isVotable = (state: QuestionState) => state === "new" || state === "on_air";

/** A new or reworded question: hosts' own never wait for hosts. */
export const stateWhenAsked = ({ isModerated, isHost }: { isModerated: boolean; isHost: boolean }) =>
  isModerated && !isHost ? "waiting" : "new";

/** Why its author can't change the words any more; undefined while they can. What is on the stage stays as it is read. */
export function keptFromEditing(question: {
  state: QuestionState;
  mergedIntoId: string | null;
  pinnedAt: Date | null;
}): "settled" | "on_stage" | undefined {
  if (question.state === "on_air" || question.pinnedAt) return "on_stage";
  return isOpenQuestion(question.state) && question.mergedIntoId === null ? undefined : "settled";
}

/** One question as the rows say it, with who asked: never to be given out as it is. */
export type QuestionRow = {
  id: string;
  state: QuestionState;
  text: string;
  answer: string | null;
  /** The admission or the hall's browser that asked. */
  authorId: string;
  isHall: boolean;
  isAnonymous: boolean;
  name: string;
  mergedIntoId: string | null;
  isPinned: boolean;
  isEdited: boolean;
  isStopped: boolean;
  at: Date;
  votes: number;
  hallVotes: number;
};

export type Viewer = {
  isHost: boolean;
  /** The own admission or browser; null for who only looks on. */
  id: string | null;
  /** Questions this viewer has voted for. */
  voted: ReadonlySet<string>;
};

/** Nobody's name for what was asked without one: not for hosts either. */
const nameOf = ({ isAnonymous, name }: QuestionRow): string | null => (isAnonymous ? null : name);

function isShownTo(row: QuestionRow, { isHost, id }: Viewer): boolean {
  if (row.state === "withdrawn") return false;
  const isMine = row.authorId === id;
  if (row.mergedIntoId !== null) return isMine;
  return isMine || isHost || isPublicQuestion(row.state);
}

/**
 * The questions as this viewer may see them: public ones, their own, and for hosts all. What was merged stands in the
 * question that it was merged into, for hosts; its author sees what became of it. Who asked anonymously is told to nobody.
 */
export function questionsFor(rows: readonly QuestionRow[], viewer: Viewer) {
  const children = Map.groupBy(
    rows.filter((row) => row.mergedIntoId !== null && row.state !== "withdrawn"),
    (row) => row.mergedIntoId,
  );
  return rows
    .filter((row) => isShownTo(row, viewer))
    .map((row) => {
      const merged = children.get(row.id) ?? [];
      const isMine = row.authorId === viewer.id;
      const stands = [row, ...merged].some((one) => viewer.voted.has(one.id));
      const joined = !isMine && merged.some((one) => one.authorId === viewer.id);
      return {
        id: row.id,
        text: row.text,
        name: nameOf(row),
        hall: row.isHall,
        state: row.state,
        answer: row.answer,
        pinned: row.isPinned,
        edited: row.isEdited,
        at: row.at.toISOString(),
        votes: row.votes,
        hallVotes: viewer.isHost ? row.hallVotes : 0,
        // Of this one question alone: with others of the same person it would say that they belong together.
        stopped: viewer.isHost && row.isStopped,
        mine: isMine,
        voted: stands,
        /** What they asked themselves counts here: they need not vote. */
        joined,
        mergedIntoId: row.mergedIntoId,
        merged: viewer.isHost ? merged.map((one) => ({ id: one.id, text: one.text, name: nameOf(one) })) : [],
      };
    });
}
export type QuestionView = ReturnType<typeof questionsFor>[number];
