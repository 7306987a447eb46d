import { expect, it } from "vitest";
import { guest } from "@/db/testing/actors";
import { aSeries } from "@/db/testing/makers";
import { aWeek } from "@/db/testing/weeks";
import { findSeriesBySlug } from "../queries";
import { updateSeries } from "./update-series";

const said = { title: "Woche der Sensorik", startsOn: "2027-04-05", endsOn: "2027-04-09" };

it("changes what a series says in both languages, its days, its colour and its address", async () => {
  const { week, office } = await aWeek();
  const slug = `neu-${week.slug}`;
  const input = { seriesId: week.id, ...said, titleEn: "Sensor Week", colour: "#283593", slug };
  expect(await updateSeries({ actor: office, input })).toMatchObject({ ok: true, value: { slug } });
  expect(await findSeriesBySlug(slug)).toMatchObject({ ...said, titleEn: "Sensor Week", colour: "#283593" });
  expect(await findSeriesBySlug(week.slug)).toBeUndefined();
});

it("refuses days that run backwards, colours on which nothing can be read, and what is no address", async () => {
  const { week, office } = await aWeek();
  const base = { seriesId: week.id, ...said, slug: week.slug };
  const wrong = [
    { endsOn: "2027-04-01" },
    { endsOn: "2029-04-01" },
    { colour: "#ffffaa" },
    { colour: "rot" },
    { slug: "Zwei Wörter" },
  ];
  for (const part of wrong) {
    const [field = ""] = Object.keys(part);
    const result = await updateSeries({ actor: office, input: { ...base, ...part } });
    expect(result).toMatchObject({ failure: { fields: { [field]: [expect.any(String)] } } });
  }
});

it("takes no address that another series has", async () => {
  const { week, office, owner } = await aWeek();
  const other = await aSeries(owner);
  const input = { seriesId: week.id, ...said, slug: other.slug };
  expect(await updateSeries({ actor: office, input })).toMatchObject({ failure: { reason: "slug_taken" } });
});

it("is nothing for guests or for a network that only hosts it", async () => {
  const { week, partnerOffice } = await aWeek();
  const input = { seriesId: week.id, ...said, slug: week.slug };
  for (const actor of [guest, partnerOffice])
    expect(await updateSeries({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
});
