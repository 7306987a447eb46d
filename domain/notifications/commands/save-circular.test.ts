import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { roomSettings } from "@/db/schema/rooms";
import { organizerActor } from "@/db/testing/actors";
import { aDesk } from "@/db/testing/agenda";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { findCircular, listCirculars } from "../queries/circulars";
import { saveCircular } from "./save-circular";

const texts = { subjectDe: "Neues zu {event}", bodyDe: "Guten Tag {name},\r\n\r\nes geht los." };

async function aCircular(more: object = {}) {
  const desk = await aDesk();
  const input = { eventId: desk.event.id, statuses: "confirmed", ...texts, ...more };
  const result = await saveCircular({ actor: desk.actor, input });
  return { ...desk, input, result };
}

describe("saveCircular", () => {
  it("keeps a message as it was written, and changes it", async () => {
    const { event, actor, input, result } = await aCircular({ statuses: ["waiting", "confirmed"] });
    if (!result.ok) throw new Error(result.failure.reason);
    const { circularId } = result.value;
    expect(await findCircular(actor, { eventId: event.id, circularId })).toMatchObject({
      state: "draft",
      statuses: ["confirmed", "waiting"],
      bodyDe: "Guten Tag {name},\n\nes geht los.",
      mails: { queued: 0, sent: 0, failed: 0 },
    });
    const changed = { ...input, circularId, subjectDe: "Anders", purpose: "news" };
    expect(await saveCircular({ actor, input: changed })).toMatchObject({ ok: true });
    expect(await listCirculars(actor, event.id)).toMatchObject([{ subjectDe: "Anders", purpose: "news" }]);
  });

  it.each([
    [{ statuses: [] }, { statuses: ["required"] }],
    [
      { subjectDe: "", bodyDe: "" },
      { subjectDe: ["required"], bodyDe: ["required"] },
    ],
    [{ subjectEn: "Only a subject" }, { bodyEn: ["required"] }],
    [{ bodyDe: "Guten Tag {nmae}" }, { bodyDe: ["unknown_variable"] }],
    [{ subjectDe: "x".repeat(141) }, { subjectDe: ["too_long"] }],
  ])("says beside the field what is wrong: %o", async (wrong, fields) => {
    const { result } = await aCircular(wrong);
    expect(result).toMatchObject({ ok: false, failure: { kind: "invalid", fields } });
  });

  it("asks for nobody's presence where none is kept", async () => {
    const { event, actor, input } = await aCircular();
    const settings = { eventId: event.id, settings: { recordsAttendance: false } };
    await db().insert(roomSettings).values(settings);
    const result = await saveCircular({ actor, input: { ...input, presence: "absent" } });
    expect(result).toMatchObject({ failure: { reason: "no_minutes" } });
  });

  it("is refused to strangers, and under another event", async () => {
    const { event, actor, strangers, input, result } = await aCircular();
    if (!result.ok) throw new Error(result.failure.reason);
    const { circularId } = result.value;
    for (const stranger of strangers) {
      expect(refusalOf(await saveCircular({ actor: stranger, input }))).toBe(NOT_ALLOWED);
      expect(await findCircular(stranger, { eventId: event.id, circularId })).toBeUndefined();
      expect(await listCirculars(stranger, event.id)).toBeUndefined();
    }
    const network = await aNetwork();
    const other = await aDesk({ network });
    const theirs = organizerActor(await anOrganizer(network), network);
    const crossed = { ...input, eventId: other.event.id, circularId };
    expect(await saveCircular({ actor: theirs, input: crossed })).toMatchObject({
      failure: { kind: "not_found" },
    });
    expect(await listCirculars(actor, event.id)).toHaveLength(1);
  });
});
