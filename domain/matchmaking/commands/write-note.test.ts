import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { talkNotes } from "@/db/schema/matchmaking-talks";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { anAgreedTalk } from "@/db/testing/talk-rooms";
import { aTaker } from "@/db/testing/talks";
import { courseOf } from "../queries/talk-course";
import { writeNote } from "./write-note";

describe("write-note", () => {
  it("is kept for oneself, can be changed, and an empty one is none", async () => {
    const { anna, ben, meetingId } = await anAgreedTalk();
    const actor = seatActor(anna.registration);
    const write = (text: string) => writeNote({ actor, input: { meetingId, text } });
    expect(await write("Rückruf wegen Sensorik")).toEqual({ ok: true, value: { kept: true } });
    await write("Rückruf am Freitag");
    expect((await courseOf(actor, meetingId))?.note).toBe("Rückruf am Freitag");
    expect((await courseOf(personActor(ben.person), meetingId))?.note).toBe("");
    expect(await write("  ")).toEqual({ ok: true, value: { kept: false } });
    expect(await db().$count(talkNotes, eq(talkNotes.meetingId, meetingId))).toBe(0);
  });

  it("is refused for others, and when it is a book", async () => {
    const { event, anna, meetingId } = await anAgreedTalk();
    const stranger = personActor((await aTaker(event)).person);
    for (const actor of [guest, stranger])
      expect(await writeNote({ actor, input: { meetingId, text: "x" } })).toMatchObject({
        failure: { reason: "missing" },
      });
    const input = { meetingId, text: "x".repeat(2001) };
    expect(await writeNote({ actor: personActor(anna.person), input })).toMatchObject({
      failure: { fields: { text: ["too_long"] } },
    });
  });
});
