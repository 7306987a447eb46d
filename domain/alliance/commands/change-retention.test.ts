import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { organizerActor } from "@/db/testing/actors";
import { anOrganizer } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { networkLimits } from "@/lib/privacy/retention";
import { findNetwork } from "../queries";
import { changeRetention } from "./change-retention";

const none = { keptRegistrations: "", keptSensitive: "", keptChat: "" };

describe("changeRetention", () => {
  it("keeps shorter than everybody may, and with an empty field as long", async () => {
    const { network, actor } = await anOffice();
    const change = (more: object) =>
      changeRetention({ actor, input: { networkId: network.id, ...none, ...more } });
    expect(await change({ keptRegistrations: "30", keptChat: "7" })).toMatchObject({ ok: true });
    expect(await findNetwork(network.id)).toMatchObject({
      keptRegistrations: 30,
      keptSensitive: null,
      keptChat: 7,
    });
    expect(await change({})).toMatchObject({ ok: true });
    expect(await findNetwork(network.id)).toMatchObject({ keptRegistrations: null, keptChat: null });
  });

  it("never keeps longer, nor shorter than an event can be wound up; the table says the same", async () => {
    const { network, actor } = await anOffice();
    const { least, most } = networkLimits.registrations;
    for (const [days, problem] of [
      [most + 1, "too_large"],
      [least - 1, "too_small"],
      ["bald", "whole_number"],
    ] as const) {
      const input = { networkId: network.id, ...none, keptRegistrations: days };
      expect(await changeRetention({ actor, input })).toMatchObject({
        failure: { fields: { keptRegistrations: [problem] } },
      });
    }
    for (const { column, limit } of [
      { column: "keptRegistrations", limit: networkLimits.registrations },
      { column: "keptSensitive", limit: networkLimits.sensitive },
      { column: "keptChat", limit: networkLimits.chat },
    ] as const)
      for (const days of [limit.least - 1, limit.most + 1])
        await expect(
          db()
            .update(networks)
            .set({ [column]: days }),
          column,
        ).rejects.toThrow();
  });

  it("is missing to whoever does not own the network", async () => {
    const [{ network }, other] = [await anOffice(), await anOffice()];
    const organizer = organizerActor(await anOrganizer(network), network);
    for (const actor of [organizer, other.actor])
      expect(await changeRetention({ actor, input: { networkId: network.id, ...none } })).toMatchObject({
        failure: { kind: "not_found" },
      });
  });
});
