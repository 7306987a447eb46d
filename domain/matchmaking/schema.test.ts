import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { messages } from "@/lib/i18n/messages";
import { newId } from "@/lib/ids";
import { otherTimesInput, requestMeetingInput, writeMessageInput, writeNoteInput } from "./schema";
import { limitTalksInput, planOptions } from "./schema/plans";

/** Zero-width spaces, a joiner and a mark of direction: long enough to be counted, and nothing to be seen. */
const UNSEEN = " \u200b\u2060\u202e\u200d\n\u200b ";
const said = <Schema extends z.ZodType>(schema: Schema, input: unknown) => {
  const parsed = schema.safeParse(input);
  return parsed.success
    ? parsed.data
    : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
};

describe("what is written about talks", () => {
  const requestId = newId("request");
  const asking = { slots: ["2027-03-10T10:00:00Z"], eventId: newId("event"), toPersonId: newId("person") };

  it("is no message when nothing of it can be seen", () => {
    for (const text of ["", "  ", UNSEEN])
      expect(said(writeMessageInput, { requestId, text })).toEqual(["text: required"]);
  });

  it("loses what nobody sees, and keeps its lines", () => {
    const text = "Gern\u200b!\r\nBis\u202e bald";
    const seen = "Gern!\nBis bald";
    expect(said(writeMessageInput, { requestId, text })).toMatchObject({ text: seen });
    expect(said(writeNoteInput, { meetingId: newId("meeting"), text })).toMatchObject({ text: seen });
    expect(said(requestMeetingInput, { ...asking, note: text })).toMatchObject({ note: seen });
    expect(said(otherTimesInput, { ...asking, requestId, note: UNSEEN })).toMatchObject({ note: "" });
  });

  it("is as long as can be seen", () => {
    const long = "x".repeat(401);
    expect(said(writeMessageInput, { requestId, text: long })).toEqual(["text: too_long"]);
    expect(said(requestMeetingInput, { ...asking, note: long })).toEqual(["note: too_long"]);
    expect(said(writeMessageInput, { requestId, text: `${UNSEEN.repeat(100)}ja` })).toMatchObject({
      text: "ja",
    });
  });
});

describe("how many talks somebody has", () => {
  const who = { eventId: newId("event"), personId: newId("person") };

  it.each([
    [{ min: "9", max: "2" }, ["max: talks_max_below_min"]],
    [{ min: "", max: "" }, ["min: talks_min", "max: talks_max"]],
    [{ min: "", max: "3" }, ["min: talks_min"]],
    [{ min: "-1", max: "41" }, ["min: talks_min", "max: talks_max"]],
    [{ min: "1.5", max: "0" }, ["min: talks_min", "max: talks_max"]],
  ])("%j is refused at the field that has to change", (numbers, problems) => {
    expect(said(limitTalksInput, { ...who, ...numbers })).toEqual(problems);
    expect(said(planOptions, numbers)).toEqual(problems);
  });

  it("is taken as it was typed, none at least included", () => {
    expect(said(limitTalksInput, { ...who, min: "0", max: "40" })).toMatchObject({ min: 0, max: 40 });
    expect(said(limitTalksInput, { ...who, min: 3, max: 3 })).toMatchObject({ min: 3, max: 3 });
  });

  it.each(["de", "en"] as const)(
    "is corrected in words that name the fields as the form does (%s)",
    (locale) => {
      const { plan, errors } = messages[locale];
      const { limitMin, limitMax } = plan.desk;
      expect(errors.fields.talks_min).toContain(limitMin);
      expect(errors.fields.talks_max).toContain(limitMax);
      for (const label of [limitMin, limitMax]) expect(errors.fields.talks_max_below_min).toContain(label);
    },
  );
});
