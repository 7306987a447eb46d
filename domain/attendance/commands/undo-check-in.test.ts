import { describe, expect, it } from "vitest";
import { guest } from "@/db/testing/actors";
import { aGuestOnSite, anEventOnSite, entryOf, minute } from "@/db/testing/door";
import type { Actor } from "@/domain/policy";
import { arrivalsOf } from "../queries/door";
import { checkIn } from "./check-in";
import { undoCheckIn } from "./undo-check-in";

async function withOneInside() {
  const door = await anEventOnSite();
  const { id: registrationId } = await aGuestOnSite(door.event);
  const input = { eventId: door.event.id, registrationId };
  const enter = (minutes: number, more: object = {}) =>
    checkIn({ actor: door.doorkeeper, input: { ...input, ...more }, now: minute(minutes) });
  const undo = (seen: number, minutes: number, actor: Actor = door.doorkeeper) =>
    undoCheckIn({ actor, input: { ...input, at: minute(seen).toISOString() }, now: minute(minutes) });
  await enter(2);
  return { ...door, registrationId, enter, undo };
}

describe("undoCheckIn", () => {
  it("takes an entry back, once or twice, and the next scan lets in anew", async () => {
    const { event, registrationId, enter, undo } = await withOneInside();
    expect(await undo(2, 3)).toEqual({ ok: true, value: { registrationId, undone: true } });
    expect(await undo(2, 4)).toEqual({ ok: true, value: { registrationId, undone: false } });
    expect((await arrivalsOf(event.id)).size).toBe(0);
    expect(await enter(5)).toMatchObject({ value: { state: "in", at: minute(5).toISOString() } });
    expect(await entryOf(registrationId)).toMatchObject({ at: minute(5), undoneAt: null });
  });

  it("leaves an entry that another door has made since then", async () => {
    const { registrationId, enter, undo } = await withOneInside();
    await undo(2, 3);
    await enter(5);
    expect(await undo(2, 6)).toMatchObject({ value: { undone: false } });
    expect(await entryOf(registrationId)).toMatchObject({ at: minute(5), undoneAt: null });
  });

  it("is not brought back by a scan from before it that is told late", async () => {
    const { registrationId, enter, undo } = await withOneInside();
    await undo(2, 10);
    expect(await enter(20, { scannedAt: minute(4).toISOString() })).toEqual({
      ok: true,
      value: { state: "undone", registrationId, at: minute(10).toISOString() },
    });
    expect(await entryOf(registrationId)).toMatchObject({ undoneAt: minute(10) });
  });

  it("is refused to strangers and to the door of another event, and changes nothing then", async () => {
    const { registrationId, undo } = await withOneInside();
    const elsewhere = await anEventOnSite();
    for (const actor of [guest, elsewhere.doorkeeper])
      expect(await undo(2, 3, actor)).toMatchObject({ failure: { reason: "missing" } });
    const foreign = { eventId: elsewhere.event.id, registrationId, at: minute(2).toISOString() };
    expect(await undoCheckIn({ actor: elsewhere.doorkeeper, input: foreign, now: minute(3) })).toMatchObject({
      value: { undone: false },
    });
    expect(await entryOf(registrationId)).toMatchObject({ undoneAt: null });
  });
});
