import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { meetingRequests } from "@/db/schema/matchmaking";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { aTaker, aTalkEvent, aTalkRequest } from "@/db/testing/talks";
import { withdrawRequest } from "./withdraw-request";

async function asked() {
  const event = await aTalkEvent();
  const [anna, ben] = [await aTaker(event), await aTaker(event)];
  const request = await aTalkRequest(event, { from: anna.person, to: ben.person });
  return { anna, ben, input: { requestId: request.id } };
}

describe("withdraw-request", () => {
  it("the asker takes it back, once", async () => {
    const { anna, input } = await asked();
    expect((await withdrawRequest({ actor: seatActor(anna.registration), input })).ok).toBe(true);
    const [row] = await db().select().from(meetingRequests).where(eq(meetingRequests.id, input.requestId));
    expect(row?.status).toBe("cancelled");
    expect(await withdrawRequest({ actor: personActor(anna.person), input })).toMatchObject({
      failure: { reason: "not_open" },
    });
  });

  it("nobody else does", async () => {
    const { ben, input } = await asked();
    for (const actor of [guest, personActor(ben.person)]) {
      expect(await withdrawRequest({ actor, input })).toMatchObject({ failure: { reason: "missing" } });
    }
  });
});
