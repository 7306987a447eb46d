import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { meetingRequestSlots, meetingRequests } from "@/db/schema/matchmaking";
import { personActor } from "@/db/testing/actors";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { answerRequest } from "./answer-request";
import { editRequest } from "./edit-request";

it("edit-request changes times and words until the answer, for the asker alone", async () => {
  const event = await aTalkEvent();
  const [anna, ben] = [await aTaker(event), await aTaker(event)];
  const request = await aTalkRequest(event, { from: anna.person, to: ben.person, slots: [0, 1] });
  const edit = ({ person }: typeof anna, slots: number[]) =>
    editRequest({
      actor: personActor(person),
      input: {
        requestId: request.id,
        slots: slots.map((index) => slotAt(event, index).toISOString()),
        note: "Neu",
      },
    });
  expect(await edit(ben, [2])).toMatchObject({ failure: { kind: "not_found" } });
  expect(await edit(anna, [9])).toMatchObject({ failure: { reason: "outside_window" } });
  expect((await edit(anna, [2])).ok).toBe(true);
  const offered = await db()
    .select()
    .from(meetingRequestSlots)
    .where(eq(meetingRequestSlots.requestId, request.id));
  expect(offered.map(({ startsAt }) => startsAt)).toEqual([slotAt(event, 2)]);
  const [row] = await db().select().from(meetingRequests).where(eq(meetingRequests.id, request.id));
  expect(row).toMatchObject({ status: "requested", note: "Neu" });

  const accept = (index: number) =>
    answerRequest({
      actor: personActor(ben.person),
      input: { requestId: request.id, answer: slotAt(event, index).toISOString() },
    });
  expect(await accept(0)).toMatchObject({ failure: { reason: "slot_not_offered" } });
  expect((await accept(2)).ok).toBe(true);
  expect(await edit(anna, [3])).toMatchObject({ failure: { reason: "not_open" } });
});
