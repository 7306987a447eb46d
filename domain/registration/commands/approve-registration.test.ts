import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { guest, organizerActor, seatActor } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { anEventWith, planOf, rowOf } from "@/db/testing/seats";
import type { Id } from "@/lib/ids";
import { approveRegistration } from "./approve-registration";
import { cancelRegistration } from "./cancel-registration";
import { declineRegistration } from "./decline-registration";
import { registerForEvent } from "./register-for-event";

async function anAskedEvent(plan: Parameters<typeof anEventWith>[0] = {}) {
  const { network, event } = await anEventWith({ approval: true, ...plan });
  return { event, office: organizerActor(await anOrganizer(network), network) };
}

async function asked(eventId: Id<"event">, word: string) {
  const input = { eventId, name: word, email: `${word}@example.org` };
  const result = await registerForEvent({ actor: guest, input });
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value;
}

describe("approveRegistration", () => {
  it("gives a request that takes no seat one when the office says yes, and the next one a place in line", async () => {
    const { event, office } = await anAskedEvent({ capacity: 1 });
    const [ada, ben] = [await asked(event.id, "ada"), await asked(event.id, "ben")];
    expect([ada.state, ben.state]).toEqual(["pending", "pending"]);
    expect(await planOf(event.id)).toMatchObject({ confirmed: 0, pending: 2 });
    const approve = ({ registrationId }: { registrationId: Id<"registration"> }) =>
      approveRegistration({ actor: office, input: { registrationId } });
    expect(await approve(ben)).toMatchObject({ ok: true, value: { state: "confirmed" } });
    expect(await approve(ben), "again").toMatchObject({ ok: true, value: { state: "confirmed" } });
    expect(await approve(ada)).toMatchObject({ ok: true, value: { state: "waiting" } });
    expect(await planOf(event.id)).toMatchObject({ confirmed: 1, waiting: 1, pending: 0 });
    await cancelRegistration({
      actor: seatActor({ id: ben.registrationId, eventId: event.id }),
      input: { registrationId: ben.registrationId },
    });
    expect(await rowOf(ada.registrationId)).toMatchObject({ status: "confirmed" });
  });

  it("says that the event is full where nobody can wait, and leaves the request open", async () => {
    const { event, office } = await anAskedEvent({ capacity: 1, waitlist: false });
    const [ada, ben] = [await asked(event.id, "ada"), await asked(event.id, "ben")];
    await approveRegistration({ actor: office, input: { registrationId: ada.registrationId } });
    const input = { registrationId: ben.registrationId };
    expect(await approveRegistration({ actor: office, input })).toMatchObject({
      failure: { reason: "event_full" },
    });
    expect(await rowOf(ben.registrationId)).toMatchObject({ status: "pending" });
  });

  it("can still be said to who was declined, not to who cancelled, and not of an event that is called off", async () => {
    const { event, office } = await anAskedEvent({ capacity: 5 });
    const [ada, ben] = [await asked(event.id, "ada"), await asked(event.id, "ben")];
    const of = ({ registrationId }: { registrationId: Id<"registration"> }) => ({
      actor: office,
      input: { registrationId },
    });
    await declineRegistration(of(ada));
    expect(await approveRegistration(of(ada))).toMatchObject({ ok: true });
    await cancelRegistration(of(ben));
    expect(await approveRegistration(of(ben))).toMatchObject({
      failure: { reason: "registration_cancelled" },
    });
    const cem = await asked(event.id, "cem");
    await db().update(events).set({ status: "cancelled" }).where(eq(events.id, event.id));
    expect(await approveRegistration(of(cem))).toMatchObject({ failure: { reason: "event_cancelled" } });
  });

  it("is the office's of this network alone", async () => {
    const { event } = await anAskedEvent();
    const { registrationId } = await asked(event.id, "ada");
    const elsewhere = await aNetwork();
    const own = seatActor({ id: registrationId, eventId: event.id });
    for (const actor of [guest, own, organizerActor(await anOrganizer(elsewhere), elsewhere)])
      expect(await approveRegistration({ actor, input: { registrationId } })).toMatchObject({
        failure: { kind: "not_found", reason: "missing" },
      });
  });
});
