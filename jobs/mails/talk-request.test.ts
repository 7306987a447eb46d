import { like } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { aTaker, aTalkEvent, aTalkRequest } from "@/db/testing/talks";
import { newId } from "@/lib/ids";
import { mailRequest } from "./talk-request";

it("S28: a request that is changed again and again is mailed once an hour", async () => {
  const event = await aTalkEvent();
  const [anna, ben] = [await aTaker(event), await aTaker(event)];
  const { id: requestId } = await aTalkRequest(event, { from: anna.person, to: ben.person });
  const written = () => db().$count(mails, like(mails.dedupeKey, `meeting.edited:${requestId}:%`));
  const change = (minute: number) =>
    mailRequest("meeting.edited")({
      id: newId("fact"),
      kind: "meeting.edited",
      at: new Date(Date.UTC(2027, 2, 10, 10, minute)),
      payload: { requestId, eventId: event.id },
    });
  for (const minute of [0, 1, 2, 59]) await change(minute);
  expect(await written()).toBe(1);
  await change(60);
  expect(await written()).toBe(2);
});
