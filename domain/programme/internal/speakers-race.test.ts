import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { sessionSpeakers } from "@/db/schema/programme";
import { aDesk, aSession, aSpeaker, speaksIn } from "@/db/testing/agenda";
import { worstOf } from "@/db/testing/races";
import { moveSession } from "../commands/move-session";
import { saveSession } from "../commands/save-session";
import { updateEvent } from "../commands/update-event";

const ONCE = "session_speakers_one_place_at_once";
const without = () => db().execute(sql.raw(`alter table session_speakers drop constraint ${ONCE}`));
async function withAgain(): Promise<void> {
  await db().delete(sessionSpeakers);
  await db().execute(
    sql.raw(
      `alter table session_speakers add constraint ${ONCE} exclude using gist (speaker_id with =, tstzrange(starts_at, ends_at) with &&) deferrable initially deferred`,
    ),
  );
}

/** Two items at the same hour get the same speaker at the same moment; how often that person is in two places. */
async function twoPlaces(): Promise<number> {
  const { event, actor } = await aDesk();
  await aSpeaker(event, "Ada Neu");
  const save = (title: string) =>
    saveSession({
      actor,
      input: {
        eventId: event.id,
        title,
        startsLocal: "2027-03-21T10:00",
        durationMinutes: 30,
        speakerNames: "Ada Neu",
      },
    });
  const results = await Promise.all(["Saal A", "Saal B", "Saal C"].map(save));
  return results.filter(({ ok }) => ok).length - 1;
}

describe("a speaker", () => {
  it("is in one place at a time, whoever plans at the same moment", async () => {
    for (let round = 0; round < 5; round++) expect(await twoPlaces()).toBe(0);
  });

  it("is told beside the names, and the items without that person stay as they were", async () => {
    const { event, actor } = await aDesk();
    const ada = await aSpeaker(event, "Ada Neu");
    const first = await aSession(event, { title: "Eins", after: 0, minutes: 30 });
    await speaksIn(ada, first);
    const input = { eventId: event.id, title: "Zwei", durationMinutes: 30, speakerNames: "ada neu" };
    const clash = await saveSession({ actor, input: { ...input, startsLocal: "2027-03-21T10:29" } });
    expect(clash).toMatchObject({ failure: { fields: { speakerNames: ["speaker_twice"] } } });
    const after = await saveSession({ actor, input: { ...input, startsLocal: "2027-03-21T10:30" } });
    expect(after).toMatchObject({ ok: true });
  });

  it("moves with the items: into nobody's way, when they change places, and when the event does", async () => {
    const { event, actor } = await aDesk();
    const ada = await aSpeaker(event, "Ada Neu");
    const one = await aSession(event, { title: "Eins", after: 0, minutes: 20 });
    const two = await aSession(event, { title: "Zwei", after: 20, minutes: 30 });
    for (const item of [one, two]) await speaksIn(ada, item);
    const move = { eventId: event.id, sessionId: one.id, direction: "down" };
    expect(await moveSession({ actor, input: move })).toMatchObject({ ok: true });
    const input = { eventId: event.id, startsLocal: "2027-03-21T10:15" };
    expect(await updateEvent({ actor, input })).toMatchObject({ ok: true });
    const rows = await db().select().from(sessionSpeakers);
    const starts = rows.filter(({ speakerId }) => speakerId === ada.id).map(({ startsAt }) => startsAt);
    expect(starts.map((at) => at.toISOString()).sort()).toEqual([
      "2027-03-21T09:15:00.000Z",
      "2027-03-21T09:45:00.000Z",
    ]);
  });
});

describe("without the constraint", () => {
  afterEach(withAgain);

  it("the same speaker would be in two places", async () => {
    await without();
    expect(await worstOf(twoPlaces, 0)).toBeGreaterThan(0);
  });
});
