import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mailSettings } from "@/db/schema/notifications";
import { personActor } from "@/db/testing/actors";
import { aDesk } from "@/db/testing/agenda";
import { aPerson } from "@/db/testing/makers";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { mailSettingsOf } from "../queries/settings";
import { changeMailSettings } from "./change-mail-settings";
import { changeMailWording } from "./change-mail-wording";

const none = { subjectDe: "", textDe: "", subjectEn: "", textEn: "" };

async function scene() {
  const desk = await aDesk();
  const owner = personActor(await aPerson(), [{ role: "network_admin", networkId: desk.event.networkId }]);
  const change = (input: object, actor = desk.actor) =>
    changeMailWording({ actor, input: { eventId: desk.event.id, mail: "waiting", ...input } });
  const words = async () => (await mailSettingsOf(desk.event.id)).words;
  return { ...desk, owner, change, words };
}

describe("changeMailWording", () => {
  it("keeps each mail's words, in one line and in paragraphs, and forgets those that are empty again", async () => {
    const { change, words, event } = await scene();
    expect(await words()).toEqual({});
    const typed = { subjectDe: " Noch\r\nGeduld,\u202e {name} ", textDe: "Bald.\r\n\r\nIhr {network}" };
    expect(await change(typed)).toMatchObject({ ok: true, value: { mail: "waiting" } });
    expect(await change({ mail: "thanks", subjectEn: "Thanks", textEn: "Bye" })).toMatchObject({ ok: true });
    expect(await words()).toEqual({
      waiting: { ...none, subjectDe: "Noch Geduld, {name}", textDe: "Bald.\n\nIhr {network}" },
      thanks: { ...none, subjectEn: "Thanks", textEn: "Bye" },
    });
    await change({});
    await change({ mail: "thanks" });
    expect(await words()).toEqual({});
    const [row] = await db().select().from(mailSettings).where(eq(mailSettings.eventId, event.id));
    expect(row).toMatchObject({ words: {}, thanksDe: "", thanksEn: "", dayBefore: true });
  });

  it.each([
    [{ textDe: "Guten Tag {nmae}" }, { textDe: ["unknown_variable"] }],
    [{ subjectEn: "{__proto__}" }, { subjectEn: ["unknown_variable"] }],
    [{ subjectDe: "{name.constructor}", textEn: "{when" }, { subjectDe: ["unknown_variable"] }],
    [{ textEn: "x".repeat(2_001) }, { textEn: ["too_long"] }],
    [{ subjectDe: "x".repeat(141) }, { subjectDe: ["too_long"] }],
    [{ mail: "repeated" }, { mail: ["invalid"] }],
    [{ mail: "__proto__" }, { mail: ["invalid"] }],
  ])("refuses %j beside the field", async (input, fields) => {
    const { change, words } = await scene();
    expect(await change(input)).toMatchObject({ failure: { kind: "invalid", fields } });
    expect(await words()).toEqual({});
  });

  it("is the owner's where a second person reads messages to many, since nobody reads these", async () => {
    const { actor, change, words, event, owner } = await scene();
    await change({ subjectDe: "Vorher" });
    await changeMailSettings({ actor, input: { eventId: event.id, review: "on" } });
    expect(await change({ subjectDe: "Vorbei" })).toMatchObject({
      failure: { kind: "conflict", reason: "words_under_review" },
    });
    expect(await words()).toMatchObject({ waiting: { subjectDe: "Vorher" } });
    expect(await change({ subjectDe: "Erlaubt" }, owner)).toMatchObject({ ok: true });
    expect(await words()).toMatchObject({ waiting: { subjectDe: "Erlaubt" } });
  });

  it("is refused to strangers", async () => {
    const { change, strangers, words } = await scene();
    for (const stranger of strangers)
      expect(refusalOf(await change({ subjectDe: "Fremd" }, stranger))).toBe(NOT_ALLOWED);
    expect(await words()).toEqual({});
  });
});
