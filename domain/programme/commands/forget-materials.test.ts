import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { materials, speakers } from "@/db/schema/programme";
import { guest, system } from "@/db/testing/actors";
import { aDesk, aMaterial, aSpeaker } from "@/db/testing/agenda";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { newId } from "@/lib/ids";
import { keptDays } from "@/lib/privacy/retention";
import { filesInUse } from "../queries/materials";
import { forgetMaterials } from "./forget-materials";

const DAY_MS = 24 * 3_600_000;

it("takes materials and faces away a year after the event, and not a moment before", async () => {
  const { event } = await aDesk({ status: "ended" });
  const fileId = newId("file");
  const pictureId = newId("file");
  await aMaterial(event, { fileId });
  const speaker = await aSpeaker(event, "Ada Neu");
  await db().update(speakers).set({ pictureId }).where(eq(speakers.id, speaker.id));
  const due = event.endsAt.getTime() + keptDays.materials * DAY_MS;
  const forget = async (at: number) => {
    const result = await forgetMaterials({ actor: system, input: {}, now: new Date(at) });
    return result.ok ? result.value.gone : result.failure.reason;
  };
  expect(await forget(due - 1_000)).toBe(0);
  expect(await filesInUse([fileId, pictureId])).toEqual(new Set([fileId, pictureId]));
  expect(await forget(due + 1_000)).toBe(2);
  expect(await forget(due + 1_000)).toBe(0);
  expect(await filesInUse([fileId, pictureId])).toEqual(new Set());
  expect(await db().$count(speakers)).toBe(1);
});

it("is for the machine alone", async () => {
  const { event } = await aDesk({ status: "ended" });
  await aMaterial(event);
  const now = new Date(event.endsAt.getTime() + 400 * DAY_MS);
  expect(refusalOf(await forgetMaterials({ actor: guest, input: {}, now }))).toBe(MISSING);
  expect(await db().$count(materials)).toBe(1);
});
