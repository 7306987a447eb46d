import type { RoomQuestion } from "@/realtime/audience-api";

export type QuestionOrder = "votes" | "time";
/** In the order in which the panel shows them. `merged`: the reader's own that count to another one. */
export const questionGroups = ["on_air", "waiting", "new", "answered", "dismissed", "merged"] as const;
export type QuestionGroup = (typeof questionGroups)[number];

const newestFirst = (one: RoomQuestion, other: RoomQuestion) =>
  other.at.localeCompare(one.at) || other.id.localeCompare(one.id);
/** Of equally many votes whoever asked first comes first, so that a question does not sink while it waits. */
const mostVotesFirst = (one: RoomQuestion, other: RoomQuestion) =>
  other.votes - one.votes || -newestFirst(one, other);

const groupOf = ({ state, mergedIntoId }: RoomQuestion): QuestionGroup =>
  mergedIntoId === null ? state : "merged";

/** The questions by what becomes of them, open ones in the reader's order; what waits for a host, the oldest first. */
export function grouped(
  questions: readonly RoomQuestion[],
  order: QuestionOrder,
): Record<QuestionGroup, RoomQuestion[]> {
  const of = (group: QuestionGroup) => questions.filter((one) => groupOf(one) === group);
  return {
    on_air: of("on_air"),
    waiting: of("waiting").sort((one, other) => -newestFirst(one, other)),
    new: of("new").sort(order === "votes" ? mostVotesFirst : newestFirst),
    answered: of("answered").sort(newestFirst),
    dismissed: of("dismissed").sort(newestFirst),
    merged: of("merged").sort(newestFirst),
  };
}

/** Words that say what a question is about: long enough to mean something, whatever their case and ending. */
function stemsOf(text: string): Set<string> {
  const words = text.toLocaleLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 5)));
}

const LIKE = 0.5;

/** How much two texts are about the same, from 0 to 1: by how many of the shorter one's words stand in the other. */
export function likeness(one: string, other: string): number {
  const [fewer, more] = [stemsOf(one), stemsOf(other)].sort((a, b) => a.size - b.size);
  if (!fewer || !more || fewer.size === 0) return 0;
  return [...fewer].filter((stem) => more.has(stem)).length / fewer.size;
}

/** Open questions that may ask the same as these words, the likeliest first; a single word says too little. */
export function alike(text: string, questions: readonly RoomQuestion[], most = 2): RoomQuestion[] {
  if (stemsOf(text).size < 2) return [];
  return questions
    .filter((one) => one.state === "new" && one.mergedIntoId === null && likeness(text, one.text) >= LIKE)
    .sort((one, other) => likeness(text, other.text) - likeness(text, one.text) || other.votes - one.votes)
    .slice(0, most);
}
