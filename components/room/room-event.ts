import type { RoomRole } from "@/realtime/protocol";

/** What the server says of the event before the room is asked: plain values, so that the page stays cheap. */
export type RoomEvent = {
  slug: string;
  title: string;
  mode: "stage" | "roundtable" | "forum";
  startsAt: string;
  endsAt: string;
  timeZone: string;
  network: { name: string; mark: string; colour: string | null };
  /** The role this visitor would enter with; null when the room does not know them yet. */
  role: RoomRole | null;
  agenda: readonly { title: string; startsAt: string; endsAt: string }[];
};
