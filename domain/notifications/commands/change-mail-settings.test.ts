import { describe, expect, it } from "vitest";
import { personActor } from "@/db/testing/actors";
import { aDesk } from "@/db/testing/agenda";
import { aNetwork, aPerson } from "@/db/testing/makers";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import type { Actor } from "@/domain/policy";
import { mailSettingsForDesk, mailSettingsOf } from "../queries/settings";
import { changeMailSettings } from "./change-mail-settings";
import { changeMailWording } from "./change-mail-wording";

describe("changeMailSettings", () => {
  it("keeps what was ticked; what is absent is off; and is changed again", async () => {
    const { event, actor } = await aDesk();
    expect(await mailSettingsOf(event.id)).toMatchObject({ dayBefore: true, liveNow: true, thanks: false });
    const change = (input: object) => changeMailSettings({ actor, input: { eventId: event.id, ...input } });
    const said = { thanks: "on", feedbackUrl: "https://example.org/umfrage" };
    expect(await change(said)).toMatchObject({ ok: true });
    expect(await mailSettingsForDesk(actor, event.id)).toEqual({
      dayBefore: false,
      hourBefore: false,
      liveNow: false,
      thanks: true,
      feedbackUrl: "https://example.org/umfrage",
      review: false,
      hold: false,
      dayBeforeReleasedFor: null,
      thanksReleasedFor: null,
      words: {},
      mayWaive: false,
    });
    const wording = { textDe: "Danke!\r\n\r\nBis bald" };
    await changeMailWording({ actor, input: { eventId: event.id, mail: "thanks", ...wording } });
    await change({ dayBefore: "on", feedbackUrl: "" });
    expect(await mailSettingsOf(event.id)).toMatchObject({
      dayBefore: true,
      thanks: false,
      feedbackUrl: null,
      // What the mails say is changed elsewhere, and stays.
      words: { thanks: { textDe: "Danke!\n\nBis bald" } },
    });
  });

  it("lets everybody who may write ask for a second reader, and the network's owner alone do without", async () => {
    const { event, actor } = await aDesk();
    const { networkId } = event;
    const owner = personActor(await aPerson(), [{ role: "network_admin", networkId }]);
    const elsewhere = { role: "network_admin", networkId: (await aNetwork()).id } as const;
    const partner = { role: "organizer", networkId, eventId: event.id } as const;
    const foreign = personActor(await aPerson(), [elsewhere, partner]);
    const change = (by: Actor, input: object) =>
      changeMailSettings({ actor: by, input: { eventId: event.id, ...input } });
    expect(await change(actor, { review: "on" })).toMatchObject({ ok: true });
    for (const by of [actor, foreign]) {
      expect(await change(by, { thanks: "on" })).toMatchObject({
        failure: { fields: { review: ["owner_only"] } },
      });
      const thanks = { thanks: "on", feedbackUrl: "https://example.org/umfrage", review: "on" };
      expect(await change(by, thanks)).toMatchObject({
        failure: { fields: { thanks: ["owner_only"], feedbackUrl: ["owner_only"] } },
      });
      expect(await change(by, { hourBefore: "on", review: "on" })).toMatchObject({ ok: true });
    }
    expect(await mailSettingsForDesk(actor, event.id)).toMatchObject({ review: true, mayWaive: false });
    expect(await mailSettingsForDesk(owner, event.id)).toMatchObject({ review: true, mayWaive: true });
    expect(await change(owner, {})).toMatchObject({ ok: true });
    expect(await mailSettingsOf(event.id)).toMatchObject({ review: false });
  });

  it.each([
    "http://example.org/",
    "javascript:alert(1)",
    "example.org",
    "https://bank.example@example.org/",
    "https://:pw@example.org/",
  ])("takes no link that leads elsewhere than it looks: %s", async (feedbackUrl) => {
    const { event, actor } = await aDesk();
    const result = await changeMailSettings({ actor, input: { eventId: event.id, feedbackUrl } });
    expect(result).toMatchObject({ ok: false, failure: { fields: { feedbackUrl: [expect.any(String)] } } });
  });

  it("is refused to strangers, who cannot read it either", async () => {
    const { event, strangers } = await aDesk();
    for (const stranger of strangers) {
      const input = { eventId: event.id, review: "on" };
      expect(refusalOf(await changeMailSettings({ actor: stranger, input }))).toBe(NOT_ALLOWED);
      expect(await mailSettingsForDesk(stranger, event.id)).toBeUndefined();
    }
    expect(await mailSettingsOf(event.id)).toMatchObject({ review: false });
  });
});
