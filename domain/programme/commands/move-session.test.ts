import { describe, expect, it } from "vitest";
import { aDesk, aSession } from "@/db/testing/agenda";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import type { Id } from "@/lib/ids";
import { agendaOf } from "../queries/agenda";
import { moveSession } from "./move-session";

/** Titles with the minutes after the event's start at which each begins and ends. */
async function plan(event: { id: Id<"event">; startsAt: Date }) {
  const minute = (at: Date) => (at.getTime() - event.startsAt.getTime()) / 60_000;
  return (await agendaOf(event.id)).map(({ title, startsAt, endsAt }) => [
    title,
    minute(startsAt),
    minute(endsAt),
  ]);
}

async function scene() {
  const desk = await aDesk();
  const welcome = await aSession(desk.event, { title: "Auftakt", after: 0, minutes: 10 });
  const talk = await aSession(desk.event, { title: "Vortrag", after: 20, minutes: 40 });
  const input = (sessionId: string, direction: string) => ({ eventId: desk.event.id, sessionId, direction });
  return { ...desk, welcome, talk, input };
}

describe("moveSession", () => {
  it.each(["up", "down"])("%s: neighbours change places, lengths and the pause stay", async (direction) => {
    const { event, actor, welcome, talk, input } = await scene();
    const moved = direction === "up" ? talk : welcome;
    expect(await moveSession({ actor, input: input(moved.id, direction) })).toMatchObject({ ok: true });
    expect(await plan(event)).toEqual([
      ["Vortrag", 0, 40],
      ["Auftakt", 50, 60],
    ]);
  });

  it("does nothing at the ends of the list", async () => {
    const { event, actor, welcome, talk, input } = await scene();
    const before = await plan(event);
    expect(await moveSession({ actor, input: input(welcome.id, "up") })).toMatchObject({ ok: true });
    expect(await moveSession({ actor, input: input(talk.id, "down") })).toMatchObject({ ok: true });
    expect(await plan(event)).toEqual(before);
  });

  it("refuses what would run over the end of the event", async () => {
    const { event, actor } = await aDesk();
    const long = await aSession(event, { title: "A", after: 0, minutes: 60 });
    await aSession(event, { title: "B", after: 0, minutes: 40 });
    const input = { eventId: event.id, sessionId: long.id, direction: "down" };
    expect(await moveSession({ actor, input })).toMatchObject({ failure: { reason: "no_room_on_agenda" } });
  });

  it("is refused to strangers and for another event's item", async () => {
    const { event, actor, strangers, welcome, input } = await scene();
    const other = await scene();
    const before = await plan(event);
    for (const stranger of [...strangers, other.actor])
      expect(refusalOf(await moveSession({ actor: stranger, input: input(welcome.id, "down") }))).toBe(
        NOT_ALLOWED,
      );
    const crossed = await moveSession({ actor, input: input(other.welcome.id, "down") });
    expect(crossed).toMatchObject({ failure: { kind: "not_found" } });
    expect(await plan(event)).toEqual(before);
  });
});
