import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { sessions } from "@/db/schema/programme";
import { aDesk, aSession, aSpeaker } from "@/db/testing/agenda";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { agendaOf } from "../queries/agenda";
import { MOST_SESSIONS } from "../rules";
import { saveSession } from "./save-session";

const item = { title: "Auftakt", startsLocal: "2027-03-21T10:00", durationMinutes: "20" };

describe("saveSession", () => {
  it("puts an item on the agenda, with speakers known and new", async () => {
    const { event, actor } = await aDesk();
    const known = await aSpeaker(event, "Jorun Feldkamp");
    const input = { eventId: event.id, ...item, speakerNames: "jorun feldkamp, Ada Neu,, Ada Neu" };
    expect(await saveSession({ actor, input })).toMatchObject({ ok: true });
    expect(await agendaOf(event.id)).toMatchObject([
      {
        title: "Auftakt",
        kind: "presentation",
        startsAt: new Date("2027-03-21T09:00:00Z"),
        endsAt: new Date("2027-03-21T09:20:00Z"),
        speakers: [{ name: known.name }, { name: "Ada Neu" }],
      },
    ]);
    const facts = await db().select().from(outbox).orderBy(outbox.seq);
    expect(facts.at(-1)).toMatchObject({ kind: "event.changed", payload: { eventId: event.id } });
  });

  it("changes an item and who speaks in it", async () => {
    const { event, actor } = await aDesk();
    const { id: sessionId } = await aSession(event, { title: "Alt", after: 10, minutes: 10 });
    const change = (speakerNames: string) =>
      saveSession({ actor, input: { eventId: event.id, sessionId, ...item, speakerNames } });
    await change("Ada Neu");
    await change("Bo Neu");
    expect(await agendaOf(event.id)).toMatchObject([
      { id: sessionId, title: "Auftakt", kind: "presentation", speakers: [{ name: "Bo Neu" }] },
    ]);
  });

  it.each([
    [{ startsLocal: "2027-03-21T09:59" }, { startsLocal: ["before_the_start"] }],
    [{ startsLocal: "2027-03-21T11:30" }, { startsLocal: ["after_the_end"] }],
    [{ durationMinutes: "91" }, { durationMinutes: ["after_the_end"] }],
    [{ durationMinutes: "0" }, { durationMinutes: ["too_short"] }],
    [{ durationMinutes: "ein paar" }, { durationMinutes: ["whole_number"] }],
    [{ title: "  " }, { title: ["required"] }],
    [{ startsLocal: "morgen" }, { startsLocal: ["invalid_time"] }],
    [
      { speakerNames: Array.from({ length: 13 }, (_, n) => `Person ${n}`).join(",") },
      { speakerNames: ["too_many"] },
    ],
  ])("says beside the field what is wrong: %j", async (wrong, fields) => {
    const { event, actor } = await aDesk();
    const result = await saveSession({ actor, input: { eventId: event.id, ...item, ...wrong } });
    expect(result).toMatchObject({ ok: false, failure: { kind: "invalid", fields } });
    expect(await agendaOf(event.id)).toEqual([]);
  });

  it("S54: ends where nobody could read the agenda any more, and what is there can still change", async () => {
    const { event, actor } = await aDesk();
    const row = { eventId: event.id, kind: "presentation" as const, title: "Punkt" };
    const times = { startsAt: event.startsAt, endsAt: event.endsAt };
    const made = await db()
      .insert(sessions)
      .values(Array.from({ length: MOST_SESSIONS }, () => ({ ...row, ...times })))
      .returning({ id: sessions.id });
    const input = { eventId: event.id, ...item };
    expect(await saveSession({ actor, input })).toMatchObject({ failure: { reason: "agenda_full" } });
    const changed = await saveSession({ actor, input: { ...input, sessionId: made[0]?.id } });
    expect(changed).toMatchObject({ ok: true });
    expect(await db().$count(sessions, eq(sessions.eventId, event.id))).toBe(MOST_SESSIONS);
  });

  it("does not reach into another event", async () => {
    const { event, actor } = await aDesk();
    const other = await aDesk();
    const foreign = await aSession(other.event, { title: "Fremd", after: 0, minutes: 10 });
    const input = { eventId: event.id, sessionId: foreign.id, ...item };
    expect(await saveSession({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
    expect(await agendaOf(other.event.id)).toMatchObject([{ title: "Fremd" }]);
  });

  it.each(["ended", "cancelled"] as const)("leaves the page of an event that is %s", async (status) => {
    const { event, actor } = await aDesk({ status });
    const result = await saveSession({ actor, input: { eventId: event.id, ...item } });
    expect(result).toMatchObject({ failure: { kind: "conflict", reason: "wrong_state" } });
  });

  it("is refused to strangers, other organizers and the event's speakers", async () => {
    const { event, strangers } = await aDesk({ status: "draft" });
    for (const actor of strangers)
      expect(refusalOf(await saveSession({ actor, input: { eventId: event.id, ...item } }))).toBe(MISSING);
    expect(await agendaOf(event.id)).toEqual([]);
  });
});
