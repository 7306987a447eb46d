import { describe, expect, it } from "vitest";
import { aDesk, aMaterial, aSession } from "@/db/testing/agenda";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { newId } from "@/lib/ids";
import { materialsForDesk } from "../queries/materials";
import { saveMaterial } from "./save-material";

const link = { title: "Folien", url: "https://example.org/folien", audience: "registered" };

describe("saveMaterial", () => {
  it("puts links behind each other, also when the event is over, and changes them", async () => {
    const { event, actor } = await aDesk({ status: "ended" });
    const item = await aSession(event, { title: "Auftakt", after: 0, minutes: 10 });
    const save = (input: object) => saveMaterial({ actor, input: { eventId: event.id, ...link, ...input } });
    await save({ sessionId: item.id, afterEvent: "on" });
    await save({ title: "Zweiter", sessionId: "", audience: undefined });
    const [first, second] = (await materialsForDesk(actor, event.id)) ?? [];
    expect(first).toMatchObject({ ...link, afterEvent: true, item: "Auftakt", file: null });
    expect(second).toMatchObject({ title: "Zweiter", afterEvent: false, item: null, audience: "everyone" });
    await save({ materialId: first?.id, url: "https://example.org/neu" });
    expect((await materialsForDesk(actor, event.id))?.[0]).toMatchObject({
      url: "https://example.org/neu",
      afterEvent: false,
      item: null,
    });
  });

  it("keeps an address from before addresses had to be safe, while it is not changed itself", async () => {
    const { event, actor } = await aDesk();
    const url = "http://example.org/alt";
    const { id: materialId } = await aMaterial(event, { url });
    const save = (input: object) =>
      saveMaterial({ actor, input: { eventId: event.id, ...link, materialId, ...input } });
    expect(await save({ title: "Neu benannt", url })).toMatchObject({ ok: true });
    expect((await materialsForDesk(actor, event.id))?.[0]).toMatchObject({ title: "Neu benannt", url });
    const refused = { ok: false, failure: { fields: { url: ["invalid_link"] } } };
    expect(await save({ url: "http://example.org/anders" })).toMatchObject(refused);
    expect(await save({ materialId: undefined, url })).toMatchObject(refused);
    expect(await save({ url: undefined })).toMatchObject(refused);
  });

  it("leaves a file the file it is", async () => {
    const { event, actor } = await aDesk();
    const { id: materialId } = await aMaterial(event, { fileId: newId("file") });
    const input = { eventId: event.id, ...link, materialId };
    expect(await saveMaterial({ actor, input })).toMatchObject({ ok: true });
    expect((await materialsForDesk(actor, event.id))?.[0]).toMatchObject({
      title: "Folien",
      url: null,
      file: { name: "plan.txt", bytes: 4 },
    });
  });

  it.each([
    [{ title: " " }, { title: ["required"] }],
    [{ url: undefined }, { url: ["invalid_link"] }],
    [{ url: "javascript:alert(1)" }, { url: ["invalid_link"] }],
    [{ url: "http://example.org/folien" }, { url: ["invalid_link"] }],
    [{ url: "https://user:pw@evil.example/" }, { url: ["invalid_link"] }],
    [{ url: "https://:pw@evil.example/" }, { url: ["invalid_link"] }],
    [{ url: "data:text/html,x" }, { url: ["invalid_link"] }],
    [{ url: `https://example.org/${"x".repeat(500)}` }, { url: ["too_long"] }],
  ])("says beside the field what is wrong: %j", async (wrong, fields) => {
    const { event, actor } = await aDesk();
    const result = await saveMaterial({ actor, input: { eventId: event.id, ...link, ...wrong } });
    expect(result).toMatchObject({ ok: false, failure: { kind: "invalid", fields } });
  });

  it("is refused to strangers, and for another event's material or agenda item", async () => {
    const { event, actor, strangers } = await aDesk();
    const other = await aDesk();
    const theirs = await aMaterial(other.event);
    const item = await aSession(other.event, { title: "Fremd", after: 0, minutes: 10 });
    const input = { eventId: event.id, ...link };
    for (const stranger of strangers)
      expect(refusalOf(await saveMaterial({ actor: stranger, input }))).toBe(NOT_ALLOWED);
    for (const crossed of [{ materialId: theirs.id }, { sessionId: item.id }])
      expect(await saveMaterial({ actor, input: { ...input, ...crossed } })).toMatchObject({
        failure: { kind: "not_found" },
      });
    expect(await materialsForDesk(actor, event.id)).toEqual([]);
    expect(await materialsForDesk(other.actor, other.event.id)).toMatchObject([{ title: "Plan" }]);
  });
});
