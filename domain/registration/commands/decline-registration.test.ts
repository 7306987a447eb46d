import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { guest, organizerActor, seatActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { anEventWith, planOf, rowOf } from "@/db/testing/seats";
import { isSeatedIn } from "@/domain/programme/queries/seated";
import type { Id } from "@/lib/ids";
import { declineRegistration } from "./decline-registration";
import { registerForEvent } from "./register-for-event";

async function aRequest() {
  const { network, event } = await anEventWith({ approval: true });
  const office = organizerActor(await anOrganizer(network), network);
  const ask = () =>
    registerForEvent({
      actor: guest,
      input: { eventId: event.id, name: "Ada", email: "ada@example.org" },
    });
  const asked = await ask();
  if (!asked.ok) throw new Error(asked.failure.reason);
  return { event, office, ask, registrationId: asked.value.registrationId };
}

const told = (eventId: Id<"event">, kind: string) =>
  db().$count(outbox, and(eq(outbox.kind, kind), sql`${outbox.payload} ->> 'eventId' = ${eventId}`));

describe("declineRegistration", () => {
  it("says no once, and who was declined is in no event any more", async () => {
    const { event, office, registrationId } = await aRequest();
    const decline = () => declineRegistration({ actor: office, input: { registrationId } });
    expect((await Promise.all([decline(), decline()])).every(({ ok }) => ok)).toBe(true);
    expect(await rowOf(registrationId)).toMatchObject({ status: "declined" });
    expect(await planOf(event.id)).toMatchObject({ pending: 0, confirmed: 0 });
    expect(await told(event.id, "registration.declined")).toBe(1);
    const own = seatActor({ id: registrationId, eventId: event.id });
    expect(await isSeatedIn(db(), own, event.id)).toBe(false);
  });

  it("answers who asks again like anybody else, and opens no second request", async () => {
    const { event, office, registrationId, ask } = await aRequest();
    await declineRegistration({ actor: office, input: { registrationId } });
    expect(await ask()).toMatchObject({ ok: true, value: { state: "pending" } });
    expect(await rowOf(registrationId)).toMatchObject({ status: "declined" });
    expect(await planOf(event.id)).toMatchObject({ pending: 0 });
  });

  it("is no way to take a seat away, and the office's of this network alone", async () => {
    const { event } = await anEventWith({ capacity: 5 });
    const input = { eventId: event.id, name: "Ben", email: "ben@example.org" };
    const ben = await registerForEvent({ actor: guest, input });
    if (!ben.ok) throw new Error(ben.failure.reason);
    const { registrationId } = ben.value;
    const network = { id: event.networkId };
    const office = organizerActor({ id: "per_office" }, network);
    expect(await declineRegistration({ actor: office, input: { registrationId } })).toMatchObject({
      failure: { reason: "not_pending" },
    });
    const elsewhere = await aNetwork();
    const foreign = organizerActor(await anOrganizer(elsewhere), elsewhere);
    const own = seatActor({ id: registrationId, eventId: event.id });
    for (const actor of [guest, own, foreign])
      expect(await declineRegistration({ actor, input: { registrationId } })).toMatchObject({
        failure: { kind: "not_found" },
      });
  });
});
