import { describe, expect, it } from "vitest";
import { organizerActor } from "@/db/testing/actors";
import { anOrganizer } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { findNetwork } from "../queries";
import { changeLook } from "./change-look";

const look = {
  name: "Netz\u200b der  Beispiele",
  mark: "NB",
  colour: "#283593",
  summaryDe: "Kurz gesagt",
  summaryEn: "In short",
  contactEmail: "Buero@example.org",
};

describe("changeLook", () => {
  it("changes what the network shows, as clean lines", async () => {
    const { network, actor } = await anOffice();
    expect(await changeLook({ actor, input: { networkId: network.id, ...look } })).toMatchObject({
      ok: true,
    });
    expect(await findNetwork(network.id)).toMatchObject({
      ...look,
      name: "Netz der Beispiele",
      contactEmail: "buero@example.org",
    });
  });

  it("takes no colour on which white can't be read, and leaves one that was there before", async () => {
    const { network, actor } = await anOffice();
    const paint = (colour: string) =>
      changeLook({ actor, input: { networkId: network.id, ...look, colour } });
    for (const colour of ["#e0a100", "#ffffff", "red", "url(x)"])
      expect(await paint(colour)).toMatchObject({ failure: { fields: { colour: ["unknown_choice"] } } });
    expect(await paint(network.colour)).toMatchObject({ ok: true });
  });

  it("is missing to whoever does not own the network", async () => {
    const [{ network }, other] = [await anOffice(), await anOffice()];
    const organizer = organizerActor(await anOrganizer(network), network);
    for (const actor of [organizer, other.actor])
      expect(await changeLook({ actor, input: { networkId: network.id, ...look } })).toMatchObject({
        failure: { kind: "not_found" },
      });
    expect((await findNetwork(network.id))?.name).toBe(network.name);
  });
});
