import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { events } from "@/db/schema/programme";
import { anOffer, planOf, rowOf } from "@/db/testing/seats";
import { setClock } from "@/lib/time/clock";
import { writeRegistrationMail } from "./mails/registration";
import { expireDueOffers } from "./offers";
import { subscribersOf } from "./registry";

let restore: () => void = () => undefined;
afterEach(() => restore());
const at = (instant: Date) => {
  restore();
  restore = setClock(() => instant);
};

it("an offer that nobody takes ends at its moment and goes on to the next person, once", async () => {
  const { event, offered, next } = await anOffer();
  const until = offered.offeredUntil ?? new Date();
  at(new Date(until.getTime() - 30_000));
  expect(await expireDueOffers(), "its end is planned to the second").toContainEqual(until);
  expect(await rowOf(offered.id)).toMatchObject({ status: "offered" });
  at(until);
  await Promise.all([expireDueOffers(), expireDueOffers()]);
  expect(await rowOf(offered.id)).toMatchObject({ status: "cancelled" });
  expect(await rowOf(next.id)).toMatchObject({ status: "offered" });
  expect(await planOf(event.id)).toMatchObject({ confirmed: 0, offered: 1, waiting: 0 });
});

it("ends with the start of an event that was brought forward, as soon as the worker hears of it", async () => {
  const { event, offered } = await anOffer();
  const startsAt = new Date(Date.now() + 3_600_000);
  await db().update(events).set({ startsAt }).where(eq(events.id, event.id));
  const [hears] = subscribersOf("event.rescheduled").filter(({ name }) => name === "offers");
  const payload = { eventId: event.id };
  await hears?.handle({ id: "fct_moved", kind: "event.rescheduled", at: new Date(), payload });
  expect((await rowOf(offered.id))?.offeredUntil).toEqual(startsAt);
});

it("the mail of an offer says until when, leads to one's own page and is in no calendar yet", async () => {
  const { offered } = await anOffer();
  await writeRegistrationMail("registration.offered", offered.id, "fact");
  const [mail] = await db().select().from(mails).where(eq(mails.subjectId, offered.id));
  expect(mail?.text).toContain("Ihr Angebot gilt bis");
  expect(mail?.text).toMatch(/Platz annehmen: \S+\/j\//);
  expect(mail?.ics).toBeNull();
});
