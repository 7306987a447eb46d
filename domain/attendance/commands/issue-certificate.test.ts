import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/kernel";
import { registrations } from "@/db/schema/registration";
import { claimActor, eventActor, guest, organizerActor, seatActor } from "@/db/testing/actors";
import { aClaim, aNetwork, anEventRole, anOrganizer } from "@/db/testing/makers";
import { aLiveEvent, aStay, at } from "@/db/testing/rooms";
import { endLive } from "@/domain/rooms/commands/end-live";
import { certificateFor } from "../queries/certificate";
import { certificatePaper } from "../queries/certificate-paper";
import { checkIn } from "./check-in";
import { issueCertificate } from "./issue-certificate";
import { setCertificateRule } from "./set-certificate-rule";

/** An event of 15 minutes, at which Ada was for ten. */
async function anAfternoon({ offered = true, minMinutes = 10 } = {}) {
  const network = await aNetwork();
  const live = await aLiveEvent({ network, guests: 1 });
  const organizer = organizerActor(await anOrganizer(network), network);
  const [ada] = live.people;
  if (ada?.actor.type !== "guest") throw new Error("a guest is needed");
  const [registration] = await db()
    .select()
    .from(registrations)
    .where(eq(registrations.id, ada.actor.seats[0]?.registrationId ?? "reg_none"));
  if (!registration) throw new Error("a registration is needed");
  await aStay(live.event, ada, { from: 0, to: 600 });
  const rule = { eventId: live.event.id, isOffered: offered ? "on" : undefined, minMinutes };
  const set = await setCertificateRule({ actor: organizer, input: rule });
  if (!set.ok) throw new Error(set.failure.reason);
  const end = () => endLive({ actor: live.host.actor, input: { eventId: live.event.id }, now: at(900) });
  return { ...live, network, organizer, ada, registration, end };
}

it("is its person's and the office's after the end, and says how long they were there", async () => {
  const { ada, registration, organizer, end } = await anAfternoon();
  const input = { registrationId: registration.id };
  expect(await issueCertificate({ actor: ada.actor, input, now: at(800) })).toMatchObject({
    failure: { reason: "not_over" },
  });
  await end();
  for (const actor of [ada.actor, organizer])
    expect(await issueCertificate({ actor, input, now: at(1000) })).toEqual({
      ok: true,
      value: { registrationId: registration.id, locale: "de" },
    });
  const made = await certificatePaper({ ...input, locale: "de", now: at(1000) });
  expect(made?.paper).toMatchObject({
    kind: "certificate",
    name: registration.name,
    presence: ["Online anwesend: 10 Minuten"],
  });
  expect(await certificateFor(ada.actor, { ...input, now: at(1000) })).toMatchObject({ problem: undefined });
  const written = await db()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.eventId, registration.eventId));
  expect(
    written.filter(({ command, outcome }) => command === "issue-certificate" && outcome === "ok"),
  ).toHaveLength(2);
});

it("is nobody else's: neither who runs the room nor who typed the address, nor another network's office", async () => {
  const { event, registration, host, end } = await anAfternoon();
  await end();
  const elsewhere = await aNetwork();
  const strangers = [
    guest,
    host.actor,
    claimActor(registration, await aClaim(registration)),
    eventActor(await anEventRole(event, "observer"), event, "observer"),
    organizerActor(await anOrganizer(elsewhere), elsewhere),
  ];
  const input = { registrationId: registration.id };
  for (const actor of strangers) {
    expect(await issueCertificate({ actor, input, now: at(1000) })).toMatchObject({
      failure: { kind: "not_found" },
    });
    expect(await certificateFor(actor, { ...input, now: at(1000) })).toBeUndefined();
  }
});

it("is nobody's who was there for less, unless the door saw them", async () => {
  const { event, ada, registration, end } = await anAfternoon({ minMinutes: 11 });
  await end();
  const input = { registrationId: registration.id };
  const issued = () => issueCertificate({ actor: ada.actor, input, now: at(1000) });
  expect(await issued()).toMatchObject({ failure: { reason: "too_short" } });
  await db().update(registrations).set({ attendance: "onsite" }).where(eq(registrations.id, registration.id));
  const keeper = eventActor(await anEventRole(event, "check_in"), event, "check_in");
  const entered = await checkIn({ actor: keeper, input: { eventId: event.id, ...input }, now: at(60) });
  expect(entered).toMatchObject({ ok: true });
  expect(await issued()).toMatchObject({ ok: true });
  const made = await certificatePaper({ ...input, locale: "en", now: at(1000) });
  expect(made?.paper).toMatchObject({ presence: ["Present on site", "Present online: 10 minutes"] });
});

it("is given by no event whose office has not said so, and said of to nobody there", async () => {
  const { ada, registration, end } = await anAfternoon({ offered: false });
  await end();
  const input = { registrationId: registration.id };
  expect(await issueCertificate({ actor: ada.actor, input, now: at(1000) })).toMatchObject({
    failure: { reason: "not_offered" },
  });
  expect(await certificateFor(ada.actor, { ...input, now: at(1000) })).toBeUndefined();
  expect(
    await issueCertificate({
      actor: seatActor({ id: "reg_0000000000", eventId: registration.eventId }),
      input,
    }),
  ).toMatchObject({ failure: { kind: "not_found" } });
});
