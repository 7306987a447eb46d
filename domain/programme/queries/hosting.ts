import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { eventNetworks, events, series, seriesNetworks } from "@/db/schema/programme";
import type { Id } from "@/lib/ids";

const lead = alias(networks, "lead");
const host = alias(networks, "host");

const named = {
  lead: {
    slug: lead.slug,
    name: lead.name,
    mark: lead.mark,
    colour: lead.colour,
    contactEmail: lead.contactEmail,
  },
  host: { name: host.name, slug: host.slug },
};

type Asked = { networkId: Id<"network"> };

/** Which series asks this network and waits for its answer; undefined once it has one, or was not asked after all. */
export async function seriesAsking({ seriesId, networkId }: Asked & { seriesId: Id<"series"> }) {
  const [row] = await db()
    .select({ title: series.title, startsOn: series.startsOn, endsOn: series.endsOn, ...named })
    .from(seriesNetworks)
    .innerJoin(series, eq(series.id, seriesNetworks.seriesId))
    .innerJoin(lead, eq(lead.id, series.networkId))
    .innerJoin(host, eq(host.id, seriesNetworks.networkId))
    .where(
      and(
        eq(seriesNetworks.seriesId, seriesId),
        eq(seriesNetworks.networkId, networkId),
        isNull(seriesNetworks.acceptedAt),
      ),
    );
  return row;
}

/** What this network is at an event of another; undefined where that was taken back. */
export async function eventNaming({ eventId, networkId }: Asked & { eventId: Id<"event"> }) {
  const [row] = await db()
    .select({
      slug: events.slug,
      title: events.title,
      status: events.status,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      timeZone: events.timeZone,
      hasAccess: eventNetworks.hasAccess,
      ...named,
    })
    .from(eventNetworks)
    .innerJoin(events, eq(events.id, eventNetworks.eventId))
    .innerJoin(lead, eq(lead.id, events.networkId))
    .innerJoin(host, eq(host.id, eventNetworks.networkId))
    .where(and(eq(eventNetworks.eventId, eventId), eq(eventNetworks.networkId, networkId)));
  return row;
}
