import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { guest } from "@/db/testing/actors";
import { anEvent } from "@/db/testing/makers";
import { aWeek } from "@/db/testing/weeks";
import { removeSeriesHost } from "./remove-series-host";

const seriesOf = async (eventId: `evt_${string}`) =>
  (await db().select().from(events).where(eq(events.id, eventId)))[0]?.seriesId;

it("ends the hosting: that network's events leave, all others stay", async () => {
  const { owner, partner, week, office, event } = await aWeek();
  const own = await anEvent({ network: owner, seriesId: week.id });
  const input = { seriesId: week.id, networkId: partner.id };
  for (let time = 0; time < 2; time++)
    expect(await removeSeriesHost({ actor: office, input })).toMatchObject({ ok: true });
  expect([await seriesOf(event.id), await seriesOf(own.id)]).toEqual([null, week.id]);
});

it("never removes the owner, and is the owner's alone", async () => {
  const { owner, partner, week, office, partnerOffice, event } = await aWeek();
  const remove = (networkId: string, actor = office) =>
    removeSeriesHost({ actor, input: { seriesId: week.id, networkId } });
  expect(await remove(owner.id)).toMatchObject({ failure: { fields: { networkId: ["invalid_id"] } } });
  for (const actor of [guest, partnerOffice])
    expect(await remove(partner.id, actor)).toMatchObject({ failure: { kind: "not_found" } });
  expect(await seriesOf(event.id)).toBe(week.id);
});
