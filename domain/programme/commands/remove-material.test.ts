import { describe, expect, it } from "vitest";
import { guest } from "@/db/testing/actors";
import { aDesk, aMaterial } from "@/db/testing/agenda";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { newId } from "@/lib/ids";
import { filesInUse, findFile, materialsForDesk } from "../queries/materials";
import { removeMaterial } from "./remove-material";

describe("removeMaterial", () => {
  it("takes a file away from everybody at once", async () => {
    const { event, actor } = await aDesk();
    const fileId = newId("file");
    const { id } = await aMaterial(event, { fileId });
    expect(await findFile(guest, id, new Date())).toMatchObject({ fileId });
    expect(await filesInUse([fileId])).toEqual(new Set([fileId]));
    expect(await removeMaterial({ actor, input: { eventId: event.id, materialId: id } })).toMatchObject({
      ok: true,
    });
    expect(await findFile(guest, id, new Date())).toBeUndefined();
    expect(await filesInUse([fileId])).toEqual(new Set());
  });

  it("is refused to strangers and for another event's material", async () => {
    const { event, actor, strangers } = await aDesk();
    const other = await aDesk();
    const own = await aMaterial(event);
    const theirs = await aMaterial(other.event);
    const input = { eventId: event.id, materialId: own.id };
    for (const stranger of [...strangers, other.actor])
      expect(refusalOf(await removeMaterial({ actor: stranger, input }))).toBe(NOT_ALLOWED);
    expect(await removeMaterial({ actor, input: { ...input, materialId: theirs.id } })).toMatchObject({
      failure: { kind: "not_found" },
    });
    expect(await materialsForDesk(other.actor, other.event.id)).toHaveLength(1);
  });
});
