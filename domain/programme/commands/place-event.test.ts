import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { guest, organizerActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anOrganizer, aSeries } from "@/db/testing/makers";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { aWeek } from "@/db/testing/weeks";
import { listSeriesToChoose } from "../queries/series-desk";
import { inviteSeriesHost } from "./invite-series-host";
import { placeEvent } from "./place-event";

const seriesOf = async (eventId: `evt_${string}`) =>
  (await db().select().from(events).where(eq(events.id, eventId)))[0]?.seriesId;

it("puts an event of a host into the series, and takes it out again", async () => {
  const { partner, week, partnerOffice } = await aWeek();
  const event = await anEvent({ network: partner });
  const place = (seriesId: string | null) =>
    placeEvent({ actor: partnerOffice, input: { eventId: event.id, seriesId } });
  expect(await place(week.id)).toMatchObject({ ok: true });
  expect(await place(week.id)).toMatchObject({ ok: true });
  expect(await seriesOf(event.id)).toBe(week.id);
  expect(await place("")).toMatchObject({ ok: true });
  expect(await seriesOf(event.id)).toBeNull();
});

it("takes no event of a network that was merely asked, that is not asked, or of another alliance", async () => {
  const { owner, week, office } = await aWeek();
  const asked = await aNetwork({ allianceId: owner.allianceId });
  await inviteSeriesHost({ actor: office, input: { seriesId: week.id, networkId: asked.id } });
  for (const network of [asked, await aNetwork({ allianceId: owner.allianceId }), await aNetwork()]) {
    const actor = organizerActor(await anOrganizer(network), network);
    const event = await anEvent({ network });
    const input = { eventId: event.id, seriesId: week.id };
    expect(await placeEvent({ actor, input })).toMatchObject({
      failure: { fields: { seriesId: ["invalid_id"] } },
    });
    expect(await listSeriesToChoose(actor, { networkId: network.id })).toEqual([]);
  }
});

it("is for whoever may change the event: the owner of the week moves nobody else's", async () => {
  const { event, week, office, owner } = await aWeek();
  const other = await aSeries(owner);
  const input = { eventId: event.id, seriesId: other.id };
  for (const actor of [guest, office])
    expect(refusalOf(await placeEvent({ actor, input }))).toBe(NOT_ALLOWED);
  expect(await seriesOf(event.id)).toBe(week.id);
});
