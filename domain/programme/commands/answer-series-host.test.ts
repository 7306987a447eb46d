import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { events } from "@/db/schema/programme";
import { organizerActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { aWeek } from "@/db/testing/weeks";
import { newId } from "@/lib/ids";
import { seriesWindow } from "../queries/public-windows";
import { countSeriesOffers, listSeriesAtDesk } from "../queries/series-desk";
import { answerSeriesHost } from "./answer-series-host";
import { inviteSeriesHost } from "./invite-series-host";

async function scene() {
  const world = await aWeek();
  const asked = await aNetwork({ allianceId: world.owner.allianceId });
  const actor = organizerActor(await anOrganizer(asked), asked);
  const part = { seriesId: world.week.id, networkId: asked.id };
  const answer = (word: "yes" | "no", by = actor) =>
    answerSeriesHost({ actor: by, input: { ...part, answer: word } });
  const named = async () => (await seriesWindow(world.week.id)).hosts.some(({ id }) => id === asked.id);
  return { ...world, asked, actor, part, answer, named };
}

it("hosts a series with a yes, is named on its page, and leaves with a no", async () => {
  const { asked, actor, part, answer, named, office } = await scene();
  await inviteSeriesHost({ actor: office, input: part });
  expect(await countSeriesOffers(actor, asked.id)).toBe(1);
  expect(await named()).toBe(false);
  expect(await answer("yes")).toMatchObject({ ok: true });
  expect([await named(), await countSeriesOffers(actor, asked.id)]).toEqual([true, 0]);
  expect(await listSeriesAtDesk(actor, asked.id)).toMatchObject([{ own: false, invited: false }]);
  expect(await answer("no")).toMatchObject({ ok: true });
  expect([await named(), await listSeriesAtDesk(actor, asked.id)]).toEqual([false, []]);
});

it("needs to be asked, and a yes for another network is nobody's to say", async () => {
  const { answer, office, partnerOffice, part } = await scene();
  expect(await answer("yes")).toMatchObject({ failure: { kind: "not_found" } });
  await inviteSeriesHost({ actor: office, input: part });
  for (const by of [office, partnerOffice])
    expect(await answer("yes", by)).toMatchObject({ failure: { kind: "not_found" } });
});

it("takes its events along when it leaves, and they stay what they are", async () => {
  const { week, partner, partnerOffice, event } = await scene();
  const input = { seriesId: week.id, networkId: partner.id, answer: "no" };
  await answerSeriesHost({ actor: partnerOffice, input });
  const [row] = await db().select().from(events).where(eq(events.id, event.id));
  expect(row).toMatchObject({ seriesId: null, status: "published" });
});

it("knows no series that did not ask, whatever the answer, and tells nobody of it", async () => {
  const { actor, part, answer, asked } = await scene();
  const elsewhere = { seriesId: newId("series"), networkId: asked.id };
  for (const word of ["yes", "no"] as const) {
    const foreign = await answer(word);
    expect(foreign).toMatchObject({ ok: false, failure: { kind: "not_found", reason: "missing" } });
    const missing = await answerSeriesHost({ actor, input: { ...elsewhere, answer: word } });
    expect(foreign).toEqual(missing);
  }
  const told = (await db().select().from(outbox)).map(({ payload }) => JSON.stringify(payload));
  expect(told.filter((payload) => payload.includes(part.seriesId))).toEqual([]);
});
