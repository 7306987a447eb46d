import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { eventActor, guest } from "@/db/testing/actors";
import { anEvent, anEventRole, aRegistration } from "@/db/testing/makers";
import { anOffice } from "@/db/testing/seats";
import type { Id } from "@/lib/ids";
import { MOST_TAGS } from "../rules";
import { tagRegistrations } from "./tag-registrations";

const tagsOf = async (id: Id<"registration">) =>
  (await db().select({ tags: registrations.tags }).from(registrations).where(eq(registrations.id, id)))[0]
    ?.tags;

describe("tagRegistrations", () => {
  it("gives a word once and takes it again, and says how many were changed", async () => {
    const { event, actor } = await anOffice();
    const ada = await aRegistration(event, { tags: ["Presse"] });
    const ben = await aRegistration(event);
    const input = { eventId: event.id, registrationIds: [ada.id, ben.id], tag: "  VIP\u200b " };
    const tag = (change: "add" | "remove") => tagRegistrations({ actor, input: { ...input, change } });
    expect(await tag("add")).toMatchObject({ value: { changed: 2 } });
    expect(await tag("add")).toMatchObject({ value: { changed: 0 } });
    expect([await tagsOf(ada.id), await tagsOf(ben.id)]).toEqual([["Presse", "VIP"], ["VIP"]]);
    expect(await tag("remove")).toMatchObject({ value: { changed: 2 } });
    expect([await tagsOf(ada.id), await tagsOf(ben.id)]).toEqual([["Presse"], []]);
  });

  it("keeps quotes, braces and commas as they are, which mean something in a list of Postgres", async () => {
    const { event, actor } = await anOffice();
    const { id } = await aRegistration(event);
    for (const tag of ['sagt "ja"', "{a,b}", "back\\slash", "NULL"])
      await tagRegistrations({
        actor,
        input: { eventId: event.id, registrationIds: [id], tag, change: "add" },
      });
    expect(await tagsOf(id)).toEqual(['sagt "ja"', "{a,b}", "back\\slash", "NULL"]);
  });

  it("passes over who carries as many as one may, and who is on another list", async () => {
    const { network, event, actor } = await anOffice();
    const full = await aRegistration(event, { tags: Array.from({ length: MOST_TAGS }, (_, n) => `t${n}`) });
    const other = await aRegistration(await anEvent({ network }));
    const input = { eventId: event.id, registrationIds: [full.id, other.id], tag: "neu", change: "add" };
    expect(await tagRegistrations({ actor, input })).toMatchObject({ value: { changed: 0 } });
    expect(await tagsOf(other.id)).toEqual([]);
  });

  it("gives a word to everybody whom a choice leaves", async () => {
    const { network, event, actor } = await anOffice();
    const ada = await aRegistration(event, { name: "Ada Beispiel" });
    const ben = await aRegistration(event, { name: "Ben Test" });
    const nextDoor = await aRegistration(await anEvent({ network }), { name: "Ada Beispiel" });
    const everyone = { q: "beispiel", status: "all", attendance: "all", tag: "", answer: "", seen: 1 };
    const input = { eventId: event.id, everyone, tag: "VIP", change: "add" };
    const before = { ...input, everyone: { ...everyone, seen: 2 } };
    expect(await tagRegistrations({ actor, input: before })).toMatchObject({
      failure: { kind: "conflict", reason: "list_changed" },
    });
    expect(await tagRegistrations({ actor, input })).toMatchObject({ value: { changed: 1 } });
    expect([await tagsOf(ada.id), await tagsOf(ben.id), await tagsOf(nextDoor.id)]).toEqual([
      ["VIP"],
      [],
      [],
    ]);
  });

  it("loses no word when several are given at once", async () => {
    const { event, actor } = await anOffice();
    const { id } = await aRegistration(event);
    const words = ["a", "b", "c", "d", "e", "f"];
    const give = (tag: string) =>
      tagRegistrations({ actor, input: { eventId: event.id, registrationIds: [id], tag, change: "add" } });
    await Promise.all(words.map(give));
    expect((await tagsOf(id))?.toSorted()).toEqual(words);
  });

  it("is refused to those who only run the event, and to others as if there were none", async () => {
    const { event } = await anOffice();
    const { id } = await aRegistration(event);
    const input = { eventId: event.id, registrationIds: [id], tag: "fremd", change: "add" };
    const host = eventActor(await anEventRole(event, "host"), event, "host");
    expect(await tagRegistrations({ actor: host, input })).toMatchObject({ failure: { kind: "forbidden" } });
    for (const actor of [guest, (await anOffice()).actor])
      expect(await tagRegistrations({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
    expect(await tagsOf(id)).toEqual([]);
  });

  it.each([
    ["", "required"],
    ["x".repeat(41), "too_long"],
  ])("refuses the word %j", async (tag, key) => {
    const { event, actor } = await anOffice();
    const { id } = await aRegistration(event);
    const input = { eventId: event.id, registrationIds: [id], tag, change: "add" };
    expect(await tagRegistrations({ actor, input })).toMatchObject({ failure: { fields: { tag: [key] } } });
  });
});
