import { describe, expect, it } from "vitest";
import { aDesk } from "@/db/testing/agenda";
import { mailSettingsForDesk, mailSettingsOf } from "../queries/settings";
import { changeMailSettings } from "./change-mail-settings";

describe("changeMailSettings", () => {
  it("keeps what was ticked; what is absent is off; and is changed again", async () => {
    const { event, actor } = await aDesk();
    expect(await mailSettingsOf(event.id)).toMatchObject({ dayBefore: true, liveNow: true, thanks: false });
    const change = (input: object) => changeMailSettings({ actor, input: { eventId: event.id, ...input } });
    const said = {
      thanks: "on",
      thanksDe: "Danke!\r\n\r\nBis bald",
      feedbackUrl: "https://example.org/umfrage",
    };
    expect(await change(said)).toMatchObject({ ok: true });
    expect(await mailSettingsForDesk(actor, event.id)).toEqual({
      dayBefore: false,
      hourBefore: false,
      liveNow: false,
      thanks: true,
      thanksDe: "Danke!\n\nBis bald",
      thanksEn: "",
      feedbackUrl: "https://example.org/umfrage",
      review: false,
    });
    await change({ dayBefore: "on", feedbackUrl: "" });
    expect(await mailSettingsOf(event.id)).toMatchObject({
      dayBefore: true,
      thanks: false,
      feedbackUrl: null,
    });
  });

  it.each(["http://example.org/", "javascript:alert(1)", "example.org", "https://bank.example@example.org/"])(
    "takes no link that leads elsewhere than it looks: %s",
    async (feedbackUrl) => {
      const { event, actor } = await aDesk();
      const result = await changeMailSettings({ actor, input: { eventId: event.id, feedbackUrl } });
      expect(result).toMatchObject({ ok: false, failure: { fields: { feedbackUrl: [expect.any(String)] } } });
    },
  );

  it("is refused to strangers, who cannot read it either", async () => {
    const { event, strangers } = await aDesk();
    for (const stranger of strangers) {
      const input = { eventId: event.id, review: "on" };
      expect((await changeMailSettings({ actor: stranger, input })).ok).toBe(false);
      expect(await mailSettingsForDesk(stranger, event.id)).toBeUndefined();
    }
    expect(await mailSettingsOf(event.id)).toMatchObject({ review: false });
  });
});
