import { expect, it } from "vitest";
import { guest, organizerActor, personActor } from "@/db/testing/actors";
import { anOrganizer, aPerson } from "@/db/testing/makers";
import { aWeek } from "@/db/testing/weeks";
import { exportSeriesTalkReport } from "./export-series-talk-report";

it("is written down for the office of the series, and looks missing to its hosts and to strangers", async () => {
  const { week, office, partner } = await aWeek();
  const input = { seriesId: week.id, format: "rfc4180" };
  expect(await exportSeriesTalkReport({ actor: office, input })).toEqual({
    ok: true,
    value: { seriesId: week.id, format: "rfc4180", locale: "de" },
  });
  const host = organizerActor(await anOrganizer(partner), partner);
  for (const actor of [guest, personActor(await aPerson()), host])
    expect(await exportSeriesTalkReport({ actor, input })).toMatchObject({ failure: { reason: "missing" } });
});
