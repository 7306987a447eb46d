import { expect, it } from "vitest";
import { eventActor, guest, organizerActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anEventRole, anOrganizer } from "@/db/testing/makers";
import type { Actor } from "@/domain/policy";
import { certificateRuleOf } from "../queries/certificate";
import { setCertificateRule } from "./set-certificate-rule";

it("is set by organizers and the event's own hosts, in whole minutes, and changed by setting it again", async () => {
  const network = await aNetwork();
  const event = await anEvent({ network });
  const set = (actor: Actor, values: object) =>
    setCertificateRule({ actor, input: { eventId: event.id, ...values } });
  const organizer = organizerActor(await anOrganizer(network), network);
  const host = eventActor(await anEventRole(event, "host"), event, "host");
  expect(await certificateRuleOf(event.id)).toBeUndefined();
  expect(await set(host, { isOffered: "on", minMinutes: "20" })).toMatchObject({ ok: true });
  expect(await certificateRuleOf(event.id)).toEqual({ isOffered: true, minMinutes: 20 });
  await set(organizer, { minMinutes: "30" });
  expect(await certificateRuleOf(event.id)).toEqual({ isOffered: false, minMinutes: 30 });
  for (const minMinutes of [0, 6001, 1.5, "", undefined])
    expect(await set(organizer, { minMinutes })).toMatchObject({ failure: { kind: "invalid" } });
});

it("is set by nobody else", async () => {
  const event = await anEvent();
  const elsewhere = await aNetwork();
  const strangers = [
    guest,
    eventActor(await anEventRole(event, "cohost"), event, "cohost"),
    eventActor(await anEventRole(event, "observer"), event, "observer"),
    organizerActor(await anOrganizer(elsewhere), elsewhere),
  ];
  for (const actor of strangers)
    expect(
      await setCertificateRule({ actor, input: { eventId: event.id, isOffered: "on", minMinutes: 1 } }),
    ).toMatchObject({ ok: false });
  expect(await certificateRuleOf(event.id)).toBeUndefined();
});
