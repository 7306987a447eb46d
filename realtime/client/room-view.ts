import type { Gesture } from "../protocol";
import { type ConnectionState, startState } from "../state";
import { orderScreens, orderTiles } from "../tiles";
import { addSaid, type SaidLine } from "./captions/caption-log";
import type { PassingNews, Pictures, RoomReading } from "./ports";

export type RoomView = {
  connection: ConnectionState;
  room: RoomReading;
  /** Stable order of the people, the own tile last. */
  order: readonly string[];
  /** The shared screens by the ids of their tracks, the newest last. */
  screens: readonly string[];
  /** Server time minus own time, in milliseconds. */
  offsetMs: number;
  /** When the connection went away; null while it stands. */
  lostAt: number | null;
  switches: number;
  lastGapMs: number | null;
  /** One-off facts that are spoken or shown as a toast: the newest, with a number that grows. */
  notice: { kind: Notice; count: number } | null;
  /** What the room did in the last second: another object each time. */
  reactions: Gesture["counts"] | null;
  /** What was written for everybody to see at once, the oldest first; in this tab alone, and gone with it. */
  captions: readonly SaidLine[];
  joinRefusal: string | null;
  /** The pictures this person wants, here and in every room to come. */
  pictures: Pictures;
};
export type Notice =
  | "muted_by_host"
  | "share_ended_by_host"
  | "share_stopped"
  | "device_replaced"
  | "spotlit";

export const NO_ROOM: RoomReading = {
  people: [],
  asides: [],
  speakers: [],
  tracks: 0,
  awaited: [],
  canPlay: true,
  mayPublish: false,
};

export const firstView: RoomView = {
  connection: startState,
  room: NO_ROOM,
  order: [],
  screens: [],
  offsetMs: 0,
  lostAt: null,
  switches: 0,
  lastGapMs: null,
  notice: null,
  reactions: null,
  captions: [],
  joinRefusal: null,
  pictures: "all",
};

/** What changes in the view when the room looks like this: whoever has a place keeps it. */
export function seen({ order, screens }: RoomView, room: RoomReading): Partial<RoomView> {
  const seats = room.people.map((one) => ({ ...one, hasVideo: one.camera !== null }));
  const shared = room.people.flatMap(({ screen }) => screen?.sid ?? []);
  return { room, order: orderTiles(order, seats), screens: orderScreens(screens, shared) };
}

/** What changes in the view by something that is kept nowhere. */
export const passed = ({ captions }: RoomView, news: PassingNews, now: number): Partial<RoomView> =>
  news.type === "reactions" ? { reactions: news.counts } : { captions: addSaid(captions, news.said, now) };
