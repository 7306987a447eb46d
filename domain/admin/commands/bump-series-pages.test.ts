import { expect, it } from "vitest";
import { guest, system } from "@/db/testing/actors";
import { anEvent } from "@/db/testing/makers";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { aWeek } from "@/db/testing/weeks";
import { bumpSeriesPages } from "./bump-series-pages";

it("names the page of the series, those of its events, and the lists", async () => {
  const { partner, week, event } = await aWeek();
  const draft = await anEvent({ network: partner, seriesId: week.id, status: "draft" });
  const result = await bumpSeriesPages({ actor: system, input: { seriesId: week.id } });
  const tags = result.ok ? result.value.tags : [];
  expect(tags.toSorted()).toEqual([`e/${event.slug}`, `s/${week.slug}`, "calendar"].toSorted());
  expect(tags).not.toContain(`e/${draft.slug}`);
});

it("is for the machine alone, and finds nothing of what does not exist", async () => {
  const { week, office } = await aWeek();
  for (const actor of [guest, office])
    expect(refusalOf(await bumpSeriesPages({ actor, input: { seriesId: week.id } }))).toBe(MISSING);
  expect(await bumpSeriesPages({ actor: system, input: { seriesId: "ser_missing000" } })).toMatchObject({
    value: { tags: [] },
  });
});
