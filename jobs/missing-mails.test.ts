import { like } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { aRegistration } from "@/db/testing/makers";
import { aLiveEvent, at } from "@/db/testing/rooms";
import { mailMissing } from "./mails/missing";

it("writes whoever is missing one mail with the way into the room, however often it is told", async () => {
  const { event } = await aLiveEvent();
  const [here, gone] = [
    await aRegistration(event, { provenAt: at(-60), confirmedAt: at(-60) }),
    await aRegistration(event, { status: "cancelled" }),
  ];
  const payload = {
    eventId: event.id,
    registrationIds: [here.id, gone.id],
    startsAt: event.startsAt.toISOString(),
  };
  const fact = { id: "fct_aaaaaaaa", kind: "attendance.reminded", payload, at: at(60) };
  await mailMissing(fact);
  await mailMissing({ ...fact, id: "fct_bbbbbbbb" });
  const written = await db()
    .select()
    .from(mails)
    .where(
      like(mails.dedupeKey, `registration.live:%:missed@${Math.floor(event.startsAt.getTime() / 1000)}`),
    );
  const mine = written.filter(({ eventId }) => eventId === event.id);
  expect(mine.map(({ subjectId, kind }) => [subjectId, kind])).toEqual([[here.id, "registration.live"]]);
  expect(mine[0]?.text).toMatch(/\/j\/\S+\?next=room/);
});
