import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { circularPeople } from "@/db/schema/notifications";
import { registrations } from "@/db/schema/registration";
import { eventActor } from "@/db/testing/actors";
import { aDesk } from "@/db/testing/agenda";
import { anEventRole, aRegistration } from "@/db/testing/makers";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { audienceCount, findCircular, listSampleReaders } from "../queries/circulars";
import { beginCircular } from "./begin-circular";
import { releaseCircular } from "./release-circular";
import { saveCircular } from "./save-circular";

type Desk = Awaited<ReturnType<typeof aDesk>>;
const choice = { q: "", status: "waiting", attendance: "all", tag: "", answer: "" };

async function begun({ event, actor }: Desk, more: object) {
  const result = await beginCircular({ actor, input: { eventId: event.id, ...more } });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  const circular = await findCircular(actor, { eventId: event.id, ...result.value });
  if (!circular) throw new Error("the message is gone");
  return circular;
}

async function aListed() {
  const desk = await aDesk();
  const ada = await aRegistration(desk.event, { name: "ada" });
  const ben = await aRegistration(desk.event, { name: "ben", status: "waiting", confirmedAt: null });
  const cem = await aRegistration(desk.event, { name: "cem", status: "waiting", confirmedAt: null });
  return { ...desk, ada, ben, cem };
}

describe("beginCircular", () => {
  it("is for those ticked, as long as they are what they were, and not sent without a word", async () => {
    const desk = await aListed();
    const { event, actor, ada, ben } = desk;
    const circular = await begun(desk, { registrationIds: [ada.id, ben.id] });
    expect(circular).toMatchObject({ state: "draft", picked: true, statuses: ["confirmed", "waiting"] });
    const readers = await listSampleReaders(actor, circular);
    expect(readers.map(({ name }) => name).sort()).toEqual(["ada", "ben"]);
    const ids = { eventId: event.id, circularId: circular.id };
    expect(await releaseCircular({ actor, input: ids })).toMatchObject({
      failure: { kind: "conflict", reason: "message_empty" },
    });
    const words = { subjectEn: "News", bodyEn: "Hello.", statuses: circular.statuses };
    expect(await saveCircular({ actor, input: { ...ids, ...words } })).toMatchObject({ ok: true });
    expect(await audienceCount(circular), "saving its words changes nobody").toBe(2);
    const gone = { status: "cancelled" as const, cancelledAt: new Date() };
    await db().update(registrations).set(gone).where(eq(registrations.id, ada.id));
    expect(await audienceCount(circular)).toBe(1);
    expect(await releaseCircular({ actor, input: ids })).toMatchObject({ value: { state: "sending" } });
  });

  it("is for everybody of a choice, as long as they are as many as were seen", async () => {
    const desk = await aListed();
    const circular = await begun(desk, { everyone: { ...choice, seen: 2 } });
    expect(await audienceCount(circular)).toBe(2);
    const input = { eventId: desk.event.id, everyone: { ...choice, seen: 3 } };
    expect(await beginCircular({ actor: desk.actor, input })).toMatchObject({
      failure: { kind: "conflict", reason: "list_changed" },
    });
  });

  it("names nobody of another event, and keeps nobody whose registration is deleted", async () => {
    const [desk, other] = [await aListed(), await aListed()];
    const input = { eventId: desk.event.id, registrationIds: [other.ada.id] };
    expect(await beginCircular({ actor: desk.actor, input })).toMatchObject({
      failure: { reason: "nobody_picked" },
    });
    const circular = await begun(desk, { registrationIds: [desk.ada.id, other.ben.id] });
    const named = () => db().$count(circularPeople, eq(circularPeople.circularId, circular.id));
    expect(await named()).toBe(1);
    await db().delete(registrations).where(eq(registrations.id, desk.ada.id));
    expect(await named()).toBe(0);
    expect(await audienceCount(circular), "nobody left is not everybody").toBe(0);
  });

  it("is refused to strangers and to who only runs the event", async () => {
    const { event, strangers, ada } = await aListed();
    const input = { eventId: event.id, registrationIds: [ada.id] };
    const host = eventActor(await anEventRole(event, "host"), event, "host");
    for (const actor of [...strangers, host])
      expect(refusalOf(await beginCircular({ actor, input }))).toBe(NOT_ALLOWED);
  });
});
