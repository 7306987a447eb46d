import { describe, expect, it } from "vitest";
import { aDesk, aSpeaker } from "@/db/testing/agenda";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import type { Actor } from "@/domain/policy";
import { findEventForDesk } from "../queries";
import { saveSpeaker } from "./save-speaker";

const speakersOf = async ({ actor, event }: { actor: Actor; event: { slug: string } }) =>
  (await findEventForDesk(actor, event.slug))?.speakers;

describe("saveSpeaker", () => {
  it("puts names on the page in the order they came, and changes them", async () => {
    const { event, actor } = await aDesk();
    const save = (input: object) => saveSpeaker({ actor, input: { eventId: event.id, ...input } });
    await save({ name: "Ada Neu", organisation: "Beispiel GmbH" });
    await save({ name: "Bo Neu" });
    const [first] = (await speakersOf({ actor, event })) ?? [];
    expect(await save({ speakerId: first?.id, name: "Ada Alt", organisation: "" })).toMatchObject({
      ok: true,
    });
    expect(await speakersOf({ actor, event })).toMatchObject([
      { name: "Ada Alt", organisation: "" },
      { name: "Bo Neu", organisation: "" },
    ]);
  });

  it.each([
    [{ name: " " }, { name: ["name_required"] }],
    [{ name: "x" }, { name: ["too_short"] }],
    [{ name: "x".repeat(101) }, { name: ["too_long"] }],
    [{ name: "Ada Neu", organisation: "x".repeat(141) }, { organisation: ["too_long"] }],
  ])("says beside the field what is wrong", async (wrong, fields) => {
    const { event, actor } = await aDesk();
    const result = await saveSpeaker({ actor, input: { eventId: event.id, ...wrong } });
    expect(result).toMatchObject({ ok: false, failure: { kind: "invalid", fields } });
  });

  it("is refused to strangers, for another event's name, and once the event is over", async () => {
    const { event, actor, strangers } = await aDesk();
    const over = await aDesk({ status: "ended" });
    const theirs = await aSpeaker(over.event, "Fremd");
    const input = { eventId: event.id, name: "Untergeschoben" };
    for (const stranger of strangers)
      expect(refusalOf(await saveSpeaker({ actor: stranger, input }))).toBe(NOT_ALLOWED);
    const crossed = await saveSpeaker({ actor, input: { ...input, speakerId: theirs.id } });
    expect(crossed).toMatchObject({ failure: { kind: "not_found" } });
    const late = await saveSpeaker({ actor: over.actor, input: { ...input, eventId: over.event.id } });
    expect(late).toMatchObject({ failure: { reason: "wrong_state" } });
    expect(await speakersOf({ actor, event })).toEqual([]);
    expect(await speakersOf(over)).toMatchObject([{ name: "Fremd" }]);
  });
});
