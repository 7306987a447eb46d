import { describe, expect, it } from "vitest";
import { eventActor, guest } from "@/db/testing/actors";
import { aDesk, aSession, DESK_START } from "@/db/testing/agenda";
import { anEventRole } from "@/db/testing/makers";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { agendaOf } from "../queries/agenda";
import { runOfShow } from "../queries/run-of-show";
import { beginSession } from "./begin-session";
import { saveSession } from "./save-session";

describe("beginSession", () => {
  it("writes down when an item began, for whoever runs the event, and takes it back", async () => {
    const { event, actor } = await aDesk({ status: "live" });
    const item = await aSession(event, { title: "Auftakt", after: 0, minutes: 10 });
    const cohost = eventActor(await anEventRole(event, "cohost"), event, "cohost");
    const now = new Date(DESK_START.getTime() + 240_000);
    const input = { eventId: event.id, sessionId: item.id, begun: "yes" };
    expect(await beginSession({ actor: cohost, input, now })).toMatchObject({ ok: true });
    expect(await runOfShow(actor, event.id)).toMatchObject([{ begunAt: now, startsAt: DESK_START }]);
    await beginSession({ actor, input: { ...input, begun: "no" } });
    expect(await runOfShow(actor, event.id)).toMatchObject([{ begunAt: null }]);
  });

  it.each(["draft", "ended", "cancelled"] as const)("leaves an event that is %s", async (status) => {
    const { event, actor } = await aDesk({ status });
    const item = await aSession(event, { title: "Auftakt", after: 0, minutes: 10 });
    const input = { eventId: event.id, sessionId: item.id, begun: "yes" };
    expect(await beginSession({ actor, input })).toMatchObject({ failure: { reason: "wrong_state" } });
  });

  it("is refused to strangers and for another event's item", async () => {
    const { event, actor, strangers } = await aDesk({ status: "live" });
    const other = await aDesk({ status: "live" });
    const own = await aSession(event, { title: "Auftakt", after: 0, minutes: 10 });
    const theirs = await aSession(other.event, { title: "Fremd", after: 0, minutes: 10 });
    const input = { eventId: event.id, sessionId: own.id, begun: "yes" };
    for (const stranger of strangers)
      expect(refusalOf(await beginSession({ actor: stranger, input }))).toBe(NOT_ALLOWED);
    const crossed = { ...input, sessionId: theirs.id };
    expect(await beginSession({ actor, input: crossed })).toMatchObject({ failure: { kind: "not_found" } });
    expect(await runOfShow(actor, event.id)).toMatchObject([{ begunAt: null }]);
  });
});

describe("the run of show", () => {
  it("is the agenda and more: nobody outside the team sees the rest, in rows or in words", async () => {
    const { event, actor, strangers } = await aDesk();
    const save = (input: object) =>
      saveSession({ actor, input: { eventId: event.id, durationMinutes: 10, ...input } });
    await save({
      title: "Auftakt",
      startsLocal: "2027-03-21T10:00",
      track: "Saal A",
      place: "Raum 1",
      mode: "forum",
      scene: "Folie 1",
      crew: "Kanarie",
      notes: "Kanarie links",
    });
    await save({ title: "Kanarie: Tonprobe", startsLocal: "2027-03-21T09:30", isInternal: "on" });
    expect(await runOfShow(actor, event.id)).toMatchObject([
      { title: "Kanarie: Tonprobe", isInternal: true },
      { title: "Auftakt", scene: "Folie 1", crew: "Kanarie", notes: "Kanarie links" },
    ]);
    const open = await agendaOf(event.id);
    expect(open).toMatchObject([{ title: "Auftakt", track: "Saal A", place: "Raum 1", mode: "forum" }]);
    expect(JSON.stringify(open)).not.toContain("Kanarie");
    for (const viewer of [...strangers, guest]) expect(await runOfShow(viewer, event.id)).toEqual([]);
  });
});
