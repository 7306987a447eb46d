import { type ConnectionState, startState } from "../state";
import type { RoomReading } from "./ports";

export type RoomView = {
  connection: ConnectionState;
  room: RoomReading;
  /** Stable order of the people, the own tile last. */
  order: readonly string[];
  /** Server time minus own time, in milliseconds. */
  offsetMs: number;
  /** When the connection went away; null while it stands. */
  lostAt: number | null;
  switches: number;
  lastGapMs: number | null;
  /** One-off facts that are spoken or shown as a toast: the newest, with a number that grows. */
  notice: { kind: Notice; count: number } | null;
  joinRefusal: string | null;
  /** The person wants no pictures, here and in every room to come. */
  audioOnly: boolean;
};
export type Notice = "muted_by_host" | "share_stopped" | "device_replaced";

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
  offsetMs: 0,
  lostAt: null,
  switches: 0,
  lastGapMs: null,
  notice: null,
  joinRefusal: null,
  audioOnly: false,
};
