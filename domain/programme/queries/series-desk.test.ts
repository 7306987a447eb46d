import { expect, it } from "vitest";
import { anEvent } from "@/db/testing/makers";
import { aWeek } from "@/db/testing/weeks";
import { findSeriesAtDesk } from "./series-desk";

it("counts of a host what the owner may see: no draft and nothing for members alone", async () => {
  const { owner, partner, week, office, event } = await aWeek();
  const more = { network: partner, seriesId: week.id };
  await anEvent({ ...more, status: "draft" });
  await anEvent({ ...more, membersOnly: true });
  const own = await anEvent({ network: owner, seriesId: week.id, status: "draft" });
  const desk = await findSeriesAtDesk(office, { networkId: owner.id, slug: week.slug });
  expect(desk?.events.map(({ id }) => id).toSorted()).toEqual([event.id, own.id].toSorted());
  expect(desk?.hosts.find(({ id }) => id === partner.id)).toMatchObject({ state: "host", events: 1 });
});
