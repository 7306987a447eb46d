import { MOST_BYTES_OF_ONE, MOST_UNPROVEN_BYTES } from "@/domain/forms/labels";
import type { Id } from "@/lib/ids";

/** After that long files of people who have proven nothing make room for others, where there is none left. */
export const GIVES_WAY_AFTER_MS = 3_600_000;

/** Bytes that lie there, and how many of them are so old that they may go. */
type Lying = { bytes: number; old: number };
/** What somebody has brought to an event, and what all have who share room with them. */
export type Room = { own: Lying; all: Lying };
/** Bytes that have to go first: of one's own, and in all. */
export type Need = { own: number; all: number };

/** What has to go before so many bytes more can lie there; undefined when there is not enough that may go. */
export function bytesToFree({ own, all }: Room, bytes: number): Need | undefined {
  const need = {
    own: Math.max(0, own.bytes + bytes - MOST_BYTES_OF_ONE),
    all: Math.max(0, all.bytes + bytes - MOST_UNPROVEN_BYTES),
  };
  return need.own <= own.old && need.all <= all.old ? need : undefined;
}

export type LyingUpload = {
  id: Id<"upload">;
  fileId: Id<"file">;
  registrationId: Id<"registration"> | null;
  questionId: Id<"question">;
  source: string | null;
  bytes: number;
  createdAt: Date;
};

/** Nobody's go before those that are answered with, of the rest those of whoever brought most, and the oldest first. */
function inTheirOrder(lying: readonly LyingUpload[]): LyingUpload[] {
  const weights = new Map<string, number>();
  for (const { source, bytes } of lying)
    if (source !== null) weights.set(source, (weights.get(source) ?? 0) + bytes);
  const weightOf = ({ source, bytes }: LyingUpload) =>
    source === null ? bytes : (weights.get(source) ?? bytes);
  const isAnswered = ({ registrationId }: LyingUpload) => Number(registrationId !== null);
  return lying.toSorted(
    (a, b) =>
      isAnswered(a) - isAnswered(b) ||
      weightOf(b) - weightOf(a) ||
      a.createdAt.getTime() - b.createdAt.getTime(),
  );
}

/** Which of these old files go, until so much is free; one's own as far as one has brought too much oneself. */
export function givingWay(lying: readonly LyingUpload[], source: string, need: Need): LyingUpload[] {
  const going: LyingUpload[] = [];
  let [ofOwn, ofAll] = [need.own, need.all];
  const ordered = inTheirOrder(lying);
  const own = ordered.filter((one) => one.source === source);
  for (const one of own) {
    if (ofOwn <= 0) break;
    going.push(one);
    ofOwn -= one.bytes;
    ofAll -= one.bytes;
  }
  for (const one of ordered) {
    if (ofAll <= 0) break;
    if (going.includes(one)) continue;
    going.push(one);
    ofAll -= one.bytes;
  }
  return going;
}
