import { expect, it } from "vitest";
import { guest } from "@/db/testing/actors";
import { aNetwork } from "@/db/testing/makers";
import { aWeek } from "@/db/testing/weeks";
import { findSeriesAtDesk } from "../queries/series-desk";
import { inviteSeriesHost } from "./invite-series-host";

it("asks a network of the alliance, once however often, and unsays no earlier yes", async () => {
  const { owner, partner, week, office } = await aWeek();
  const asked = await aNetwork({ allianceId: owner.allianceId });
  for (const networkId of [asked.id, asked.id, partner.id])
    expect(await inviteSeriesHost({ actor: office, input: { seriesId: week.id, networkId } })).toMatchObject({
      ok: true,
    });
  const desk = await findSeriesAtDesk(office, { networkId: owner.id, slug: week.slug });
  const stateOf = (id: string) => desk?.hosts.find((host) => host.id === id)?.state;
  expect([stateOf(asked.id), stateOf(partner.id)]).toEqual(["invited", "host"]);
});

it("knows networks of the same alliance only, and itself as no guest", async () => {
  const { owner, week, office } = await aWeek();
  for (const networkId of [owner.id, (await aNetwork()).id, "net_missing000"])
    expect(await inviteSeriesHost({ actor: office, input: { seriesId: week.id, networkId } })).toMatchObject({
      failure: { fields: { networkId: ["invalid_id"] } },
    });
});

it("is the owner's alone: a host brings nobody else", async () => {
  const { owner, week, partnerOffice } = await aWeek();
  const third = await aNetwork({ allianceId: owner.allianceId });
  const input = { seriesId: week.id, networkId: third.id };
  for (const actor of [guest, partnerOffice])
    expect(await inviteSeriesHost({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
});

it("asks which network where none was chosen", async () => {
  const { week, office } = await aWeek();
  const input = { seriesId: week.id, networkId: "" };
  expect(await inviteSeriesHost({ actor: office, input })).toMatchObject({
    failure: { fields: { networkId: ["choose_network"] } },
  });
});
