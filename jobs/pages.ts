import { z } from "zod";
import { bumpNetworkPages } from "@/domain/admin/commands/bump-network-pages";
import { bumpPages } from "@/domain/admin/commands/bump-pages";
import { bumpSeriesPages } from "@/domain/admin/commands/bump-series-pages";
import { networkChangedPayload } from "@/domain/alliance/events";
import type { StoredFact } from "@/domain/kernel/outbox";
import { seriesChangedPayload } from "@/domain/programme/events";
import { type Id, idOf } from "@/lib/ids";
import { logger } from "@/lib/logger";
import { worker } from "./mails/parts";

const payload = z.object({ eventId: idOf("event") });
/** When hundreds register at once, a page is rendered anew once a second instead of for each of them. */
const COALESCE_MS = 1_000;

type Bump = { eventId: Id<"event">; seatsOnly: boolean };
const keyOf = ({ eventId, seatsOnly }: Bump) => `${eventId} ${seatsOnly}`;
const bumpedAt = new Map<string, number>();
const pending = new Map<string, { timer: NodeJS.Timeout; what: Bump }>();

/** Who registers changes seats alone: the confirmation that they are about to see need not be rendered anew for it. */
const SEATS = /^(?:registration|seats)\./;

const bump = async (what: Bump) => {
  bumpedAt.set(keyOf(what), performance.now());
  await bumpPages({ actor: worker, input: what });
};

/** Subscriber: the cached pages of the fact's event are rendered anew, at most once a second, and never not at all. */
export async function bumpForFact(fact: StoredFact): Promise<void> {
  const parsed = payload.safeParse(fact.payload);
  if (!parsed.success) return;
  const what = { ...parsed.data, seatsOnly: SEATS.test(fact.kind) };
  const key = keyOf(what);
  const wait = (bumpedAt.get(key) ?? Number.NEGATIVE_INFINITY) + COALESCE_MS - performance.now();
  if (wait <= 0) return bump(what);
  if (pending.has(key)) return;
  const timer = setTimeout(() => {
    pending.delete(key);
    bump(what).catch((error: unknown) => logger.warn({ error, ...what }, "pages not bumped"));
  }, wait);
  pending.set(key, { timer, what });
}

/** Subscriber: whatever cached page names the fact's network is rendered anew. Offices change their look seldom. */
export async function bumpForNetwork(fact: StoredFact): Promise<void> {
  const { networkId } = networkChangedPayload.parse(fact.payload);
  await bumpNetworkPages({ actor: worker, input: { networkId } });
}

/** Subscriber: whatever cached page shows the fact's series is rendered anew. */
export async function bumpForSeries(fact: StoredFact): Promise<void> {
  const { seriesId } = seriesChangedPayload.parse(fact.payload);
  await bumpSeriesPages({ actor: worker, input: { seriesId } });
}

/** Bumps at once what still waits for its second; for a worker that stops. */
export async function flushPages(): Promise<void> {
  const waiting = [...pending.values()];
  for (const { timer } of waiting) clearTimeout(timer);
  pending.clear();
  await Promise.all(waiting.map(({ what }) => bump(what)));
}
