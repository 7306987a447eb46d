import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { db } from "@/db/client";
import { sheets } from "@/db/schema/interaction-sheets";
import { auditEntries, outbox } from "@/db/schema/kernel";
import { claimActor, guest } from "@/db/testing/actors";
import { aClaim, aRegistration } from "@/db/testing/makers";
import { aLiveEvent, anOpenRound, at, enterableRoom, joined, plenaryOf, some } from "@/db/testing/rooms";
import { docOfAnswer, notesIn, typed, wrote } from "@/db/testing/sheets";
import { sanction } from "@/domain/rooms/commands/sanction";
import { switchSession } from "@/domain/rooms/commands/switch-session";
import { readSheet } from "../queries/sheets";

async function ground(values: Parameters<typeof aLiveEvent>[0] = {}) {
  const live = await aLiveEvent({ guests: 2, ...values });
  const [ada, ben] = some(live.people, 2);
  if (!ada || !ben) throw new Error("two guests are needed");
  const { event, host } = live;
  const roomId = (await plenaryOf(event)).id;
  const read = (by = ada, after = 0, second = 6) =>
    readSheet(by.actor, { eventId: event.id, roomId, kind: "notes", after: String(after) }, at(second));
  return { live, event, host, ada, ben, roomId, read };
}

test("what two people write at once stands in the notes, once, however often it is sent", async () => {
  const { event, ada, ben, read } = await ground();
  const hers = typed("Ada.");
  expect(await wrote({ event, by: ada }, { update: hers })).toMatchObject({
    value: { seq: 1, changed: true },
  });
  expect(await wrote({ event, by: ada }, { update: hers })).toMatchObject({
    value: { seq: 1, changed: false },
  });
  expect(await wrote({ event, by: ben }, { update: typed("Ben.") })).toMatchObject({ value: { seq: 2 } });
  const notes = notesIn(docOfAnswer(await read()));
  expect([...notes.matchAll(/Ada\.|Ben\./g)].map(([name]) => name).toSorted()).toEqual(["Ada.", "Ben."]);
  expect(await read(ben, 1)).toMatchObject({
    value: { seq: 2, updates: [expect.any(String)], mayWrite: true },
  });
  expect(await read(ben, 2)).toMatchObject({ value: { seq: 2, updates: [] } });
  expect(await read(ben, 99)).toMatchObject({ value: { updates: [expect.any(String), expect.any(String)] } });
});

test("P15: neither the audit nor a fact nor a row says who wrote what", async () => {
  const { event, ada, roomId } = await ground();
  const facts = await db().$count(outbox);
  await wrote({ event, by: ada }, { update: typed("vertraulich") });
  expect(await db().$count(outbox)).toBe(facts);
  expect(await db().$count(auditEntries, eq(auditEntries.command, "write-sheet"))).toBe(0);
  const [sheet] = await db().select().from(sheets).where(eq(sheets.roomId, roomId));
  expect(JSON.stringify(sheet)).not.toContain(ada.admissionId);
});

test("S58: in a webinar the audience reads and does not write; nor does who is silenced, or anybody while all is frozen", async () => {
  const stage = await ground({ mode: "stage" });
  const update = typed("Hallo");
  expect(await wrote({ event: stage.event, by: stage.host }, { update })).toMatchObject({ ok: true });
  expect(await wrote({ event: stage.event, by: stage.ada }, { update: typed("Ich auch") })).toMatchObject({
    failure: { reason: "only_watching" },
  });
  expect(await stage.read()).toMatchObject({ value: { seq: 1, mayWrite: false } });

  const { event, host, ada } = await ground();
  const input = { eventId: event.id };
  await switchSession({ actor: host.actor, input: { ...input, change: "freeze" }, now: at(3) });
  expect(await wrote({ event, by: ada }, { update })).toMatchObject({ failure: { reason: "frozen" } });
  await switchSession({ actor: host.actor, input: { ...input, change: "unfreeze" }, now: at(4) });
  const silence = { ...input, admissionId: ada.admissionId, action: "silence" };
  await sanction({ actor: host.actor, input: silence, now: at(5) });
  expect(await wrote({ event, by: ada }, { update, second: 6 })).toMatchObject({
    failure: { reason: "only_watching" },
  });
});

test("who has not proven their address, and who is not in the room at all, writes and reads nothing", async () => {
  const { event, roomId, read } = await ground();
  const claimed = await aRegistration(event, { confirmedAt: at(0) });
  const claim = await joined(event, claimActor(claimed, await aClaim(claimed)), {
    tab: "tab-claim",
    now: at(2),
  });
  expect(await wrote({ event, by: claim }, { update: typed("x") })).toMatchObject({ ok: false });
  const stranger = { actor: guest };
  const asked = { eventId: event.id, roomId, kind: "notes", after: null };
  expect(await wrote({ event, by: stranger }, { update: typed("x") })).toMatchObject({ ok: false });
  expect(await readSheet(guest, asked, at(6))).toMatchObject({ ok: false });
  expect(await read()).toMatchObject({ value: { seq: 0, updates: [] } });
});

test("S56: notes of a breakout are its people's: nobody of another room, nor of another event, reads or writes them", async () => {
  const live = await aLiveEvent({ guests: 4 });
  const { event } = live;
  await anOpenRound(live, { rule: "random_pairs" });
  const rooms = await Promise.all(live.people.map((one) => enterableRoom(event, one, at(20))));
  const [ada] = live.people;
  const [mine] = rooms;
  const others = live.people.filter((_, place) => rooms[place] !== mine);
  const [cem] = others;
  if (!ada || !mine || !cem) throw new Error("two rooms are needed");
  const there = { update: typed("Unter uns"), roomId: mine, second: 20 };
  expect(await wrote({ event, by: ada }, there)).toMatchObject({ value: { seq: 1 } });
  expect(await wrote({ event, by: cem }, there)).toMatchObject({ failure: { reason: "not_in_room" } });
  const asked = { eventId: event.id, roomId: mine, kind: "notes", after: null };
  expect(await readSheet(cem.actor, asked, at(21))).toMatchObject({ failure: { reason: "missing_sheet" } });
  const elsewhere = await aLiveEvent({ guests: 1 });
  const [eve] = elsewhere.people;
  if (!eve) throw new Error("a guest is needed");
  expect(await wrote({ event: elsewhere.event, by: eve }, there)).toMatchObject({ ok: false });
  const foreign = { ...asked, eventId: elsewhere.event.id };
  expect(await readSheet(eve.actor, foreign, at(21))).toMatchObject({ failure: { reason: "missing_sheet" } });
  // A host may look into every room and writes only where they are.
  expect(await readSheet(live.host.actor, asked, at(21))).toMatchObject({
    value: { seq: 1, mayWrite: false },
  });
});

test("an update that builds on what the notes do not have is refused, and the whole of it is taken", async () => {
  const { event, ada, read } = await ground();
  const doc = new Y.Doc();
  typed("zuerst ", doc);
  const second = typed("danach ", doc);
  expect(await wrote({ event, by: ada }, { update: second })).toMatchObject({ failure: { reason: "gap" } });
  const all = Buffer.from(Y.encodeStateAsUpdate(doc)).toString("base64");
  expect(await wrote({ event, by: ada }, { update: all })).toMatchObject({ value: { seq: 1 } });
  expect(notesIn(docOfAnswer(await read()))).toBe("danach zuerst ");
});
