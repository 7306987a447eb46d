import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { circulars, mailSettings } from "@/db/schema/notifications";
import { organizerActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anOrganizer } from "@/db/testing/makers";
import { mailSettingsOf } from "../queries/settings";
import { changeMailSettings } from "./change-mail-settings";
import { changeMailWording } from "./change-mail-wording";
import { copyMailSettings } from "./copy-mail-settings";
import { saveCircular } from "./save-circular";

const said = {
  dayBefore: true,
  thanks: true,
  feedbackUrl: "https://example.org/umfrage",
};

const words = {
  thanks: { subjectDe: "Danke, {name}", textDe: "Danke!" },
  confirmed: { textEn: "See you at {place}." },
};

async function scene() {
  const network = await aNetwork();
  const actor = organizerActor(await anOrganizer(network), network);
  const [from, to] = [await anEvent({ network }), await anEvent({ network })];
  await changeMailSettings({ actor, input: { eventId: from.id, ...said } });
  for (const [mail, wording] of Object.entries(words))
    await changeMailWording({ actor, input: { eventId: from.id, mail, ...wording } });
  return { actor, from, to, input: { eventId: to.id, fromEventId: from.id } };
}

describe("copyMailSettings", () => {
  it("sends what the original sends, in its words, and none of its messages", async () => {
    const { actor, from, to, input } = await scene();
    const message = { statuses: "confirmed", subjectDe: "Nur einmal", bodyDe: "Bitte mitbringen: nichts." };
    expect((await saveCircular({ actor, input: { eventId: from.id, ...message } })).ok).toBe(true);
    expect(await copyMailSettings({ actor, input })).toMatchObject({ ok: true });
    expect(await mailSettingsOf(to.id)).toEqual(await mailSettingsOf(from.id));
    expect(await mailSettingsOf(to.id)).toMatchObject({ ...said, words, hourBefore: false });
    expect(await db().select().from(circulars).where(eq(circulars.eventId, to.id))).toEqual([]);
  });

  it("writes down nothing of an original that never was set", async () => {
    const { actor, from, to, input } = await scene();
    await db().delete(mailSettings).where(eq(mailSettings.eventId, from.id));
    expect(await copyMailSettings({ actor, input })).toMatchObject({ ok: true });
    expect(await db().select().from(mailSettings).where(eq(mailSettings.eventId, to.id))).toEqual([]);
  });

  it("touches no event that has settings already", async () => {
    const { actor, to, input } = await scene();
    await changeMailSettings({ actor, input: { eventId: to.id, review: "on" } });
    expect(await copyMailSettings({ actor, input })).toMatchObject({ failure: { reason: "wrong_state" } });
    expect(await mailSettingsOf(to.id)).toMatchObject({ review: true, thanks: false });
  });

  it("takes nothing from another network, and is refused to its people", async () => {
    const [here, there] = [await scene(), await scene()];
    const taken = { eventId: here.to.id, fromEventId: there.from.id };
    for (const [actor, input] of [
      [here.actor, taken],
      [there.actor, here.input],
    ] as const)
      expect(await copyMailSettings({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
    expect(await mailSettingsOf(here.to.id)).toMatchObject({ thanks: false });
  });
});
