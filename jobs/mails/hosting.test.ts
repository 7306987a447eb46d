import { desc, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { mails } from "@/db/schema/notifications";
import { organizerActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anOrganizer, aSeries } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { inviteSeriesHost } from "@/domain/programme/commands/invite-series-host";
import { removeSeriesHost } from "@/domain/programme/commands/remove-series-host";
import { shareEvent } from "@/domain/programme/commands/share-event";
import { newId } from "@/lib/ids";
import { mailHosting } from "./hosting";

async function twoNetworks() {
  const partner = await anOffice();
  const lead = await aNetwork({ allianceId: partner.network.allianceId });
  const office = organizerActor(await anOrganizer(lead), lead);
  return { partner: partner.network, lead, office };
}

/** Hands over what was told about this subject, as often as it was told, and says what was written. */
async function written(subjectId: string) {
  const facts = await db().select().from(outbox).where(eq(outbox.kind, "hosting.offered"));
  const told = facts.filter(({ payload }) => JSON.stringify(payload).includes(subjectId));
  for (const { id, kind, payload, createdAt } of told)
    await mailHosting({ id, kind, payload, at: createdAt });
  const rows = await db()
    .select()
    .from(mails)
    .where(eq(mails.subjectId, subjectId))
    .orderBy(desc(mails.createdAt));
  return { told: told.length, rows };
}

it("tells the owners of a network that a series asks for it, once a day however often it is asked", async () => {
  const { partner, lead, office } = await twoNetworks();
  const organizer = await anOrganizer(partner);
  const week = await aSeries(lead);
  const input = { seriesId: week.id, networkId: partner.id };
  await inviteSeriesHost({ actor: office, input });
  await inviteSeriesHost({ actor: office, input });
  const { told, rows } = await written(week.id);
  expect([told, rows.length]).toEqual([1, 1]);
  expect(rows[0]).toMatchObject({ kind: "hosting.offered", eventId: null });
  expect(rows[0]?.toEmail).not.toBe(organizer.email);
  expect(rows[0]?.subject).toContain(partner.name);
  expect(rows[0]?.text).toContain(`/o/${partner.slug}/series`);
  await removeSeriesHost({ actor: office, input });
  await inviteSeriesHost({ actor: office, input });
  expect((await written(week.id)).rows).toHaveLength(1);
});

it("writes nothing once the question was taken back", async () => {
  const { partner, lead, office } = await twoNetworks();
  const week = await aSeries(lead);
  const input = { seriesId: week.id, networkId: partner.id };
  await inviteSeriesHost({ actor: office, input });
  await removeSeriesHost({ actor: office, input });
  expect(await written(week.id)).toMatchObject({ told: 1, rows: [] });
});

it("says of an event whether the network is only named or may look into it", async () => {
  const { partner, lead, office } = await twoNetworks();
  const event = await anEvent({ network: lead, title: `Forum ${newId("event")}` });
  const share = (shown: boolean, hasAccess: boolean) =>
    shareEvent({ actor: office, input: { eventId: event.id, networkId: partner.id, shown, hasAccess } });
  await share(true, false);
  const named = await written(event.id);
  expect(named.rows).toHaveLength(1);
  expect(named.rows[0]?.text).toContain(`/e/${event.slug}`);
  await share(true, true);
  await share(true, true);
  const both = await written(event.id);
  expect(both.told).toBe(2);
  expect(both.rows.some(({ text }) => text.includes(`/o/${lead.slug}/e/${event.slug}`))).toBe(true);
});
