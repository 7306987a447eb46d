import { expect } from "@playwright/test";
import { z } from "zod";
import { sql } from "../fixtures/database";
import { patience } from "../fixtures/environment";
import type { Afternoon } from "./afternoon";
import type { Minutes } from "./expected";
import { rowOf } from "./play";
import { isHeld, late, SLOT_MINUTES, startOf, type Talk } from "./script";

const stay = z.object({ admission_id: z.string(), joined_at: z.date(), left_at: z.date().nullable() });
const OPENS_MS = 120_000;
const STAYS_MS = 300_000;
/** Shorter gaps are a change of connections. */
const BRIDGED_MS = 60_000;
/** People stay for a moment after the end, and a machine may be slow to bring somebody in. */
const BLUR_SECONDS = 90;

/** Until the server that LiveKit tells knows that everybody left: as long as not, a talk's minutes grow. */
export async function everybodyLeft({ event }: Afternoon): Promise<void> {
  const open = `select count(*) as open from participations p join rooms r on r.id = p.room_id
    where p.event_id = $1 and r.kind = 'talk' and p.joined_at is not null and p.left_at is null`;
  await expect
    .poll(async () => (await sql(z.object({ open: z.coerce.number() }), open, [event.id]))[0]?.open, {
      message: "people whom LiveKit still has in a talk",
      timeout: patience(60),
    })
    .toBe(0);
}

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

/** Whole minutes of every talk that was held: as people were connected, and about as long as the script wants it. */
export async function minutesOf(afternoon: Afternoon): Promise<Minutes> {
  const minutes = new Map<Talk, number>();
  for (const talk of afternoon.talks.filter(isHeld)) {
    const { room_id } = await rowOf(afternoon, talk);
    const start = startOf(afternoon.first, talk.slot);
    const end = start + SLOT_MINUTES * 60_000 + STAYS_MS;
    const seconds = await togetherSeconds(room_id, start - OPENS_MS, end);
    const isLate = talk.slot === late.slot && talk.people.includes(late.person);
    const wanted = SLOT_MINUTES * 60 - (isLate ? late.seconds : 0);
    // Whoever is there when the room opens talks for two minutes more.
    const most = wanted + BLUR_SECONDS + (isLate ? 0 : OPENS_MS / 1000);
    expect(seconds, `seconds of ${talk.people}`).toBeGreaterThanOrEqual(wanted - BLUR_SECONDS);
    expect(seconds, `seconds of ${talk.people}`).toBeLessThanOrEqual(most);
    minutes.set(talk, Math.round(seconds / 60));
  }
  return minutes;
}
