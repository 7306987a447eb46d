import { z } from "zod";
import { sql } from "../fixtures/database";
import type { Minutes } from "./expected";
import { rowOf } from "./play";
import { SLOT_MINUTES, startOf, type Talk, talks } from "./script";
import type { Afternoon } from "./wishes";

const stay = z.object({ admission_id: z.string(), joined_at: z.date(), left_at: z.date().nullable() });
const OPENS_MS = 120_000;
const STAYS_MS = 300_000;
/** Shorter gaps are a change of connections. */
const BRIDGED_MS = 60_000;

/** Seconds in which both were in the room of a talk, read from who was connected to LiveKit. */
async function togetherSeconds(roomId: string, from: number, to: number): Promise<number> {
  const rows = await sql(
    stay,
    "select admission_id, joined_at, left_at from participations where room_id = $1 and joined_at is not null",
    [roomId],
  );
  const parts = [...Map.groupBy(rows, ({ admission_id }) => admission_id).values()].map((stays) => {
    const cut = stays
      .map(({ joined_at, left_at }) => ({
        from: Math.max(from, joined_at.getTime()),
        to: Math.min(to, left_at?.getTime() ?? Date.now()),
      }))
      .sort((a, b) => a.from - b.from);
    const gaps = cut.slice(1).map((next, at) => next.from - (cut[at]?.to ?? next.from));
    if (gaps.some((gap) => gap >= BRIDGED_MS)) throw new Error("somebody was away for a minute");
    return { from: cut[0]?.from ?? 0, to: Math.max(...cut.map((one) => one.to)) };
  });
  const [one, other] = parts;
  if (!one || !other) return 0;
  return Math.max(0, Math.floor((Math.min(one.to, other.to) - Math.max(one.from, other.from)) / 1000));
}

/** Whole minutes of every talk. */
export async function minutesOf(afternoon: Afternoon): Promise<Minutes> {
  const minutes = new Map<Talk, number>();
  for (const talk of talks) {
    const { room_id } = await rowOf(afternoon, talk);
    const start = startOf(afternoon.first, talk.slot);
    const end = start + SLOT_MINUTES * 60_000 + STAYS_MS;
    minutes.set(talk, Math.round((await togetherSeconds(room_id, start - OPENS_MS, end)) / 60));
  }
  return minutes;
}
