import type { TopicId } from "@/domain/programme/labels";
import type { CastKey } from "../cast";
import type { NetworkSlug } from "../networks";

/** When an event takes place, seen from the moment of seeding; wall times are those of Berlin. */
export type When =
  /** Days from today (negative: past) and a wall time. */
  | { day: number; at: `${number}:${number}` }
  /** Minutes from now, rounded to the nearest quarter of an hour. */
  | { fromNow: number };

export type AgendaItem = {
  title: string;
  kind: "welcome" | "presentation" | "discussion" | "break" | "talks";
  minutes: number;
  speakers?: readonly CastKey[];
};

export type EventPlan = {
  slug: string;
  kind: "webinar" | "workshop" | "forum" | "conference" | "training" | "matchmaking";
  mode: "stage" | "roundtable" | "forum";
  language?: "en";
  network: NetworkSlug;
  coHosts?: readonly { network: NetworkSlug; hasAccess?: boolean }[];
  when: When;
  title: string;
  summary: string;
  description: string;
  topics: readonly TopicId[];
  place?: string;
  membersOnly?: boolean;
  /** Null: no limit. */
  capacity: number | null;
  /** So many more on site; every second guest takes one. */
  onsiteCapacity?: number;
  confirmed: number;
  waiting?: number;
  cancelled?: number;
  /** When talks by appointment can take place, in minutes from the start; absent in events without them. */
  talks?: { from: number; to: number };
  /** One after the other from the start; together they are the length of the event. */
  agenda: readonly AgendaItem[];
  /** People who help to run the room, beside the organizers of the network. */
  cohosts?: readonly CastKey[];
  /** People who are registered whatever the dice say, the personas above all. */
  registered?: readonly CastKey[];
};
