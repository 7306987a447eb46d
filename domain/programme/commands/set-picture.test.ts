import { describe, expect, it } from "vitest";
import { guest } from "@/db/testing/actors";
import { aDesk, aSpeaker } from "@/db/testing/agenda";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { newId } from "@/lib/ids";
import { filesInUse, findPicture } from "../queries/materials";
import { setPicture } from "./set-picture";

describe("setPicture", () => {
  it("gives a face that whoever sees the event sees, and takes it away", async () => {
    const { event, actor } = await aDesk();
    const { id: speakerId } = await aSpeaker(event, "Ada Neu");
    const fileId = newId("file");
    const set = (id: string | null) =>
      setPicture({ actor, input: { eventId: event.id, speakerId, fileId: id } });
    expect(await set(fileId)).toMatchObject({ ok: true });
    expect(await findPicture(guest, speakerId)).toBe(fileId);
    expect(await filesInUse([fileId])).toEqual(new Set([fileId]));
    await set(null);
    expect(await findPicture(guest, speakerId)).toBeUndefined();
    expect(await filesInUse([fileId])).toEqual(new Set());
  });

  it("hides the face of a draft's speaker from strangers", async () => {
    const { event, actor } = await aDesk({ status: "draft" });
    const { id: speakerId } = await aSpeaker(event, "Ada Neu");
    await setPicture({ actor, input: { eventId: event.id, speakerId, fileId: newId("file") } });
    expect(await findPicture(guest, speakerId)).toBeUndefined();
    expect(await findPicture(actor, speakerId)).toBeDefined();
  });

  it("is refused to strangers, for another event's speaker, and once the event is over", async () => {
    const { event, actor, strangers } = await aDesk();
    const over = await aDesk({ status: "ended" });
    const own = await aSpeaker(event, "Ada Neu");
    const theirs = await aSpeaker(over.event, "Fremd");
    const input = { eventId: event.id, speakerId: own.id, fileId: newId("file") };
    for (const stranger of strangers)
      expect(refusalOf(await setPicture({ actor: stranger, input }))).toBe(NOT_ALLOWED);
    const crossed = { ...input, speakerId: theirs.id };
    expect(await setPicture({ actor, input: crossed })).toMatchObject({ failure: { kind: "not_found" } });
    const late = { ...crossed, eventId: over.event.id };
    expect(await setPicture({ actor: over.actor, input: late })).toMatchObject({
      failure: { reason: "wrong_state" },
    });
    expect(await findPicture(guest, own.id)).toBeUndefined();
  });
});
