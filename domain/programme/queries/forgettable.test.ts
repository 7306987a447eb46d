import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { aNetwork, anEvent } from "@/db/testing/makers";
import { type KeptOfEvent, keptDays, limitOf } from "@/lib/privacy/retention";
import { isKeptNoLonger } from "./forgettable";

const DAY_MS = 24 * 3_600_000;
const kinds = Object.keys(limitOf) as KeptOfEvent[];

/** After how many whole days rows of this kind of the network's event are to go. */
async function goesAfter(network: Awaited<ReturnType<typeof aNetwork>>, kept: KeptOfEvent): Promise<number> {
  const event = await anEvent({ network });
  for (let day = 0; day <= keptDays[kept] + 1; day++) {
    const now = new Date(event.endsAt.getTime() + day * DAY_MS + 1);
    const [gone] = await db()
      .select({ gone: isKeptNoLonger(kept, now) })
      .from(events)
      .where(eq(events.id, event.id));
    if (gone?.gone) return day;
  }
  return Number.POSITIVE_INFINITY;
}

it.each(kinds)(
  "keeps %s as long as everybody does, and shorter where the network may say so and does",
  async (kept) => {
    expect(await goesAfter(await aNetwork(), kept)).toBe(keptDays[kept]);
    const brief = await aNetwork({ keptRegistrations: 9, keptSensitive: 2, keptChat: 3 });
    const limit = limitOf[kept];
    const own = limit ? { registrations: 9, sensitive: 2, chat: 3 }[limit] : keptDays[kept];
    expect(await goesAfter(brief, kept)).toBe(own);
  },
);

it.each(kinds)(
  "keeps %s of what was put off as long as registrations at least, whatever its network says",
  async (kept) => {
    const network = await aNetwork({ keptRegistrations: 9, keptSensitive: 2, keptChat: 3 });
    const event = await anEvent({ network, status: "postponed" });
    const isGone = async (days: number) => {
      const gone = isKeptNoLonger(kept, new Date(event.endsAt.getTime() + days * DAY_MS + 1));
      const [row] = await db().select({ gone }).from(events).where(eq(events.id, event.id));
      return row?.gone;
    };
    const days = Math.max(keptDays[kept], keptDays.registrations);
    expect([await isGone(days - 1), await isGone(days)]).toEqual([false, true]);
  },
);
