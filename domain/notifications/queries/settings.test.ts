import { expect, it } from "vitest";
import { db } from "@/db/client";
import { mailSettings } from "@/db/schema/notifications";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { feedbackPageFor } from "./settings";

const feedbackUrl = "https://survey.example.org/werkstatt";

it("asks those who take part how it was, and nobody else", async () => {
  const [event, silent] = [await anEvent(), await anEvent()];
  await db().insert(mailSettings).values({ eventId: event.id, feedbackUrl });
  const person = await aPerson();
  const own = await aRegistration(event, { personId: person.id });
  const gone = await aRegistration(event, { status: "cancelled" });
  const elsewhere = await aRegistration(silent);
  for (const viewer of [personActor(person), seatActor(own)])
    expect(await feedbackPageFor(viewer, event.id)).toBe(feedbackUrl);
  for (const viewer of [guest, personActor(await aPerson()), seatActor(gone), seatActor(elsewhere)])
    expect(await feedbackPageFor(viewer, event.id)).toBeNull();
  expect(await feedbackPageFor(seatActor(elsewhere), silent.id)).toBeNull();
});
