import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { talkProfiles } from "@/db/schema/matchmaking";
import { requestMessages } from "@/db/schema/matchmaking-availability";
import { registrations } from "@/db/schema/registration";
import { personActor, seatActor } from "@/db/testing/actors";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { answerRequest } from "./answer-request";
import { editRequest } from "./edit-request";
import { writeMessage } from "./write-message";

async function asked() {
  const event = await aTalkEvent();
  const [anna, ben] = [await aTaker(event), await aTaker(event)];
  const request = await aTalkRequest(event, { from: anna.person, to: ben.person });
  const write = async ({ person }: typeof anna, text = "Passt auch ein Gespräch zu dritt?") => {
    const result = await writeMessage({ actor: personActor(person), input: { requestId: request.id, text } });
    return result.ok ? "ok" : result.failure.reason;
  };
  return { event, anna, ben, request, write };
}

describe("write-message", () => {
  it("goes between the two of a request, also by the mailed link", async () => {
    const { anna, ben, request, write } = await asked();
    expect(await write(anna)).toBe("ok");
    const input = { requestId: request.id, text: "Gern!" };
    expect((await writeMessage({ actor: seatActor(ben.registration), input })).ok).toBe(true);
    const rows = await db().select().from(requestMessages).where(eq(requestMessages.requestId, request.id));
    expect(rows.map(({ personId }) => personId).sort()).toEqual([anna.person.id, ben.person.id].sort());
  });

  it("nobody else writes, and nobody more than three in a row", async () => {
    const { event, anna, ben, write } = await asked();
    expect(await write(await aTaker(event))).toBe("missing");
    for (let round = 0; round < 3; round++) expect(await write(anna)).toBe("ok");
    expect(await write(anna)).toBe("wait_for_answer");
    expect(await write(ben)).toBe("ok");
    expect(await write(anna)).toBe("ok");
  });

  it("P24: reaches nobody who said no, or takes no talks any more", async () => {
    const { anna, ben, request, write } = await asked();
    await db()
      .update(registrations)
      .set({ talksOptIn: false })
      .where(eq(registrations.id, ben.registration.id));
    expect(await write(anna)).toBe("partner_unavailable");
    await db()
      .update(registrations)
      .set({ talksOptIn: true })
      .where(eq(registrations.id, ben.registration.id));
    const input = { requestId: request.id, answer: "decline" };
    expect((await answerRequest({ actor: personActor(ben.person), input })).ok).toBe(true);
    expect(await write(anna)).toBe("not_open");
  });

  it("P24: nor whoever says in their profile that they take none, by a message or by changing the request", async () => {
    const { event, anna, ben, request, write } = await asked();
    await db().insert(talkProfiles).values({ personId: ben.person.id, takesTalks: false });
    expect(await write(anna)).toBe("partner_unavailable");
    const input = { requestId: request.id, slots: [slotAt(event, 2).toISOString()], note: "Doch?" };
    expect(await editRequest({ actor: personActor(anna.person), input })).toMatchObject({
      failure: { reason: "partner_unavailable" },
    });
  });
});
