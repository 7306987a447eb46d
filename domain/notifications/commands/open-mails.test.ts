import { describe, expect, it } from "vitest";
import { aDesk } from "@/db/testing/agenda";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { mailSettingsOf } from "../queries/settings";
import { openMails } from "./open-mails";

describe("openMails", () => {
  it("sends what the plan says, in its words; what thanks say is read from either place", async () => {
    const { event, actor } = await aDesk();
    const words = {
      confirmed: { textDe: "Willkommen, {name}" },
      thanks: { subjectDe: "Danke", textEn: "Bye" },
    };
    const input = { eventId: event.id, hourBefore: false, thanksDe: "Bis bald", words };
    expect(await openMails({ actor, input })).toMatchObject({ ok: true });
    expect(await mailSettingsOf(event.id)).toMatchObject({
      ...{ dayBefore: true, hourBefore: false, review: false },
      words: {
        confirmed: { textDe: "Willkommen, {name}", subjectDe: "" },
        thanks: { subjectDe: "Danke", textDe: "Bis bald", textEn: "Bye" },
      },
    });
  });

  it("writes over nobody's settings, and is refused to strangers", async () => {
    const { event, actor, strangers } = await aDesk();
    for (const stranger of strangers)
      expect(refusalOf(await openMails({ actor: stranger, input: { eventId: event.id } }))).toBe(MISSING);
    expect((await openMails({ actor, input: { eventId: event.id } })).ok).toBe(true);
    const again = await openMails({ actor, input: { eventId: event.id, liveNow: false } });
    expect(again).toMatchObject({ failure: { reason: "wrong_state" } });
    expect(await mailSettingsOf(event.id)).toMatchObject({ liveNow: true });
  });
});
