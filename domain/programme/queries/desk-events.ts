import "server-only";
import { and, asc, desc, eq, notInArray, type SQL, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { events } from "@/db/schema/programme";
import { type Actor, can } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { type EventSummary, isAhead, summariesOf } from "./event-rows";

/** How the office's list is divided, in its order. */
export const deskGroups = ["drafts", "ahead", "past", "cancelled"] as const;
export type DeskGroup = (typeof deskGroups)[number];

/** One part of a network's events: a window of it, and how many there are. */
export type DeskWindow = {
  group: DeskGroup;
  events: EventSummary[];
  total: number;
  page: number;
  pages: number;
};

/** As many of each part as the page shows; the others come page by page. */
export const DESK_WINDOW = 50;

const isNone = notInArray(events.status, ["draft", "cancelled"]);

/** What belongs to a part, and in which order it is read: what comes next first, of what was the latest. */
const partOf = (group: DeskGroup, now: Date): { where: SQL | undefined; order: SQL } => {
  if (group === "drafts") return { where: eq(events.status, "draft"), order: asc(events.startsAt) };
  if (group === "cancelled") return { where: eq(events.status, "cancelled"), order: desc(events.startsAt) };
  if (group === "ahead") return { where: and(isNone, isAhead(now)), order: asc(events.startsAt) };
  return { where: and(isNone, sql`not (${isAhead(now)})`), order: desc(events.startsAt) };
};

type Part = { group: DeskGroup; page: number };
type Asked = {
  networkId: Id<"network">;
  now: Date;
  /** One part alone, by its pages; else the beginning of each. */
  part?: Part | undefined;
};

async function windowOf(reader: Reader, { networkId, now }: Asked, { group, page }: Part) {
  const { where, order } = partOf(group, now);
  const ofNetwork = and(eq(events.networkId, networkId), where);
  const total = await reader.$count(events, ofNetwork);
  const pages = Math.max(1, Math.ceil(total / DESK_WINDOW));
  const shown = Math.min(page, pages);
  const rows = await reader
    .select()
    .from(events)
    .where(ofNetwork)
    .orderBy(order, asc(events.id))
    .limit(DESK_WINDOW)
    .offset((shown - 1) * DESK_WINDOW);
  return { group, events: await summariesOf(reader, rows), total, page: shown, pages };
}

/** The events of one network for its office, drafts included; none for everybody else. What is empty is left out. */
export async function eventsForDesk(
  viewer: Actor,
  asked: Asked,
  reader: Reader = db(),
): Promise<DeskWindow[]> {
  if (!can(viewer, "network.read", { networkId: asked.networkId })) return [];
  const { part } = asked;
  const windows = await Promise.all(
    (part ? [part] : deskGroups.map((group) => ({ group, page: 1 }))).map((one) =>
      windowOf(reader, asked, one),
    ),
  );
  return windows.filter(({ total }) => total > 0);
}
