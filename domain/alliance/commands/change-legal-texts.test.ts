import { expect, it } from "vitest";
import { organizerActor } from "@/db/testing/actors";
import { anOrganizer } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/office";
import { findNetwork } from "../queries";
import { changeLegalTexts } from "./change-legal-texts";

it("keeps the network's texts as they were typed, for its owners alone", async () => {
  const [{ network, actor }, other] = [await anOffice(), await anOffice()];
  const texts = {
    imprintDe: "Eins\r\nZwei ",
    imprintEn: "",
    privacyDe: "",
    privacyEn: "",
    termsDe: "",
    termsEn: "",
  };
  const input = { networkId: network.id, ...texts };
  const organizer = organizerActor(await anOrganizer(network), network);
  for (const stranger of [organizer, other.actor])
    expect(await changeLegalTexts({ actor: stranger, input })).toMatchObject({
      failure: { kind: "not_found" },
    });
  expect(await changeLegalTexts({ actor, input })).toMatchObject({ ok: true });
  expect(await findNetwork(network.id)).toMatchObject({ imprintDe: "Eins\nZwei", termsEn: "" });
  const long = { ...input, termsDe: "x".repeat(20_001) };
  expect(await changeLegalTexts({ actor, input: long })).toMatchObject({
    failure: { fields: { termsDe: ["too_long"] } },
  });
});
