import type { RoomKind } from "@/domain/rooms/schema";

/** So many updates are kept by themselves before they are merged into one, or so many bytes of them. */
export const MERGE_AFTER = 100;
const MERGE_BYTES = 256 * 1024;
/** So many of them stay a while, for browsers that have all but the last few. */
export const KEPT_UPDATES = 50;

/** Rooms with notes and a whiteboard. A talk belongs to its two people, who have notes of their own beside it. */
export const hasSheets = (kind: RoomKind): boolean => kind === "main" || kind === "breakout";

/** Who may speak in a room may write in it; who only watches reads. */
export const mayWriteSheet = (rights: { chat: boolean; data: boolean } | undefined): boolean =>
  rights?.chat === true && rights.data;

/** The channel of whoever has a room's notes or whiteboard open; of an event, what its breakouts brought along. */
export const sheetsOf = (id: string): string => `sheets:${id}`;

/** What was written since the last merge. */
type Unmerged = { seq: number; stateSeq: number; bytes: number };

/** Whether it is time to merge, after an update with this number. */
export const isMergeDue = ({ seq, stateSeq, bytes }: Unmerged): boolean =>
  seq - stateSeq >= MERGE_AFTER || bytes > MERGE_BYTES;

/** Whether what a browser lacks is still there by itself: all numbers after its own, without a gap. */
export const isWhole = (
  numbers: readonly number[],
  { after, seq }: { after: number; seq: number },
): boolean =>
  numbers.length === seq - after && numbers.every((number, place) => number === after + place + 1);
