import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fieldErrors } from "@/domain/kernel/failures";
import { planSeriesInput, seriesFile, seriesLimits, seriesText } from "./schema";

const event = {
  ...{ title: "Messen, was zählt", day: 0, time: "10:00", kind: "webinar", mode: "stage", minutes: 60 },
  seats: { capacity: 30 },
};
const file = { format: "plenum-series", version: 3, series: { title: "Woche", days: 5 }, events: [event] };
const read = (value: unknown) =>
  seriesText.safeParse(typeof value === "string" ? value : JSON.stringify(value));
const problemsOf = (value: unknown) => {
  const { error } = read(value);
  return error ? fieldErrors(error) : {};
};
const withEvent = (some: Record<string, unknown>) => ({ ...file, events: [{ ...event, ...some }] });

describe("the file of a series", () => {
  it("needs little, and fills in the rest", () => {
    expect(read(file).data).toMatchObject({
      series: { timeZone: "Europe/Berlin", summary: "" },
      events: [
        {
          ...{ language: "de", agenda: [], talks: null, form: [], mails: null },
          seats: { capacity: 30, onsiteCapacity: null, waitlist: true, approval: false, switchHours: 0 },
        },
      ],
    });
  });

  it.each([1, 2])("is read as well when it is of version %d, which had less", (version) => {
    expect(read({ ...file, version }).data).toEqual(read(file).data);
  });

  it("leaves out words of mails that it does not know, as a file of a later Plenum may have", () => {
    const words = { confirmed: { subjectDe: "Willkommen" }, birthday: { subjectDe: "Glückwunsch" } };
    const mails = read(withEvent({ mails: { words } })).data?.events[0]?.mails;
    expect(Object.keys(mails?.words ?? {})).toEqual(["confirmed"]);
  });

  it("is read with a byte order mark, as some editors save it", () => {
    expect(read(`\uFEFF${JSON.stringify(file)}`).success).toBe(true);
  });

  it.each([
    ["no JSON", "{", { form: ["no_series_file"] }],
    ["another file", { events: [] }, { form: ["no_series_file"] }],
    ["a list", [file], { form: ["no_series_file"] }],
    ["nothing", "", { form: ["required"] }],
    ["a newer version", { ...file, version: 4, future: true }, { form: ["unknown_version"] }],
    ["no version", { ...file, version: undefined }, { form: ["unknown_version"] }],
    ["the version as text", { ...file, version: "3" }, { form: ["unknown_version"] }],
  ])("is refused when it is %s", (_what, value, fields) => {
    expect(problemsOf(value)).toEqual(fields);
  });

  it.each([
    [{ time: "24:00" }, { "events.0.time": ["invalid_time"] }],
    [{ time: "10:00:00" }, { "events.0.time": ["invalid_time"] }],
    [{ day: 5 }, { "events.0.day": ["after_the_end"] }],
    [{ day: -1 }, { "events.0.day": ["too_short"] }],
    [{ day: 0.5 }, { "events.0.day": ["whole_number"] }],
    [{ minutes: 1e9 }, { "events.0.minutes": ["too_long"] }],
    [{ minutes: "60" }, { "events.0.minutes": ["whole_number"] }],
    [{ kind: "party" }, { "events.0.kind": ["invalid"] }],
    [{ seats: { capacity: 0 } }, { "events.0.seats.capacity": ["at_least_one"] }],
    [{ seats: { capacity: -5 } }, { "events.0.seats.capacity": ["at_least_one"] }],
    [{ seats: { capacity: 1e7 } }, { "events.0.seats.capacity": ["too_many"] }],
    [{ seats: { capacity: 1, onsiteCapacity: 0 } }, { "events.0.seats.onsiteCapacity": ["at_least_one"] }],
    [{ seats: { capacity: 1, approval: "on" } }, { "events.0.seats.approval": ["invalid"] }],
    [{ seats: { capacity: 1, offerHours: 1e6 } }, { "events.0.seats.offerHours": ["too_many"] }],
    [{ seats: { capacity: 1, switchHours: -1 } }, { "events.0.seats.switchHours": ["at_least_zero"] }],
    [{ form: "none" }, { "events.0.form": ["invalid"] }],
    [
      { form: [{ kind: "text" }] },
      { "events.0.form.0.label": ["required"], "events.0.form.0.purpose": ["required"] },
    ],
    [{ mails: { thanks: 1 } }, { "events.0.mails.thanks": ["invalid"] }],
    [{ mails: { feedbackUrl: "http://example.org" } }, { "events.0.mails.feedbackUrl": ["invalid_link"] }],
    [
      { mails: { words: { waiting: { textDe: "{nmae}" } } } },
      { "events.0.mails.words.waiting.textDe": ["unknown_variable"] },
    ],
    [{ mails: { thanksDe: "x".repeat(3_000) } }, { "events.0.mails.thanksDe": ["too_long"] }],
    [{ title: "x".repeat(200) }, { "events.0.title": ["too_long"] }],
  ])("S54: is refused with %j, and says where", (some, fields) => {
    expect(problemsOf(withEvent(some))).toEqual(fields);
  });

  it("S54: holds no thousand items or events, and tells of many mistakes the first ones", () => {
    const item = { title: "Punkt", kind: "presentation", after: 0, minutes: 5 };
    expect(problemsOf(withEvent({ agenda: Array.from({ length: 1_000 }, () => item) }))).toEqual({
      "events.0.agenda": ["too_many"],
    });
    expect(problemsOf({ ...file, events: Array.from({ length: 1_000 }, () => event) })).toEqual({
      events: ["too_many"],
    });
    const wrong = withEvent({ agenda: Array.from({ length: 90 }, () => ({ ...item, minutes: -1 })) });
    expect(Object.keys(problemsOf(wrong))).toHaveLength(seriesLimits.problems);
  });

  it("S51: is refused when it is too big, before it is read", () => {
    expect(problemsOf(`${" ".repeat(seriesLimits.characters)}{}`)).toEqual({ form: ["series_too_big"] });
  });

  it("S51: keeps no unseen characters, halves of characters or NUL of its texts, however they are written", () => {
    const text = JSON.stringify(withEvent({ title: "@", summary: "@" })).replaceAll(
      "@",
      "Guten\\u0000 \\u202eTag\\ud800\\u200b",
    );
    expect(read(text).data?.events[0]).toMatchObject({ title: "Guten Tag", summary: "Guten Tag" });
  });

  it("S52: takes nothing from keys that mean something to JavaScript, or to nobody", () => {
    const text = JSON.stringify(file).replace("{", '{"__proto__":{"polluted":1},"constructor":{"x":1},');
    const { data } = read(text);
    expect(Object.keys(data ?? {}).sort()).toEqual(["events", "format", "series", "version"]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  it("is refused when it is nested without end", () => {
    expect(problemsOf(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)).toEqual({ form: ["no_series_file"] });
  });

  it.each(["2027-02-30", "2027-13-01", "27-01-01", "", "heute"])("has no first day on %j", (firstDay) => {
    const input = { networkId: "net_000000", file: JSON.stringify(file), firstDay };
    const { error } = planSeriesInput.safeParse(input);
    expect(error && fieldErrors(error)).toEqual({ firstDay: ["invalid_date"] });
  });
});

describe("docs/series-template.md", () => {
  const page = readFileSync("docs/series-template.md", "utf8");
  const [example = ""] = /(?<=```json\n)[\s\S]*?(?=```)/.exec(page) ?? [];

  it("has an example that is read", () => {
    expect(read(example).error).toBeUndefined();
  });

  it("names every key of the file", () => {
    const { series, events } = seriesFile.shape;
    const { agenda, seats, talks, form, mails } = events.element.shape;
    const question = form.unwrap().in.element.shape;
    const sent = mails.unwrap().unwrap().shape;
    const words = sent.words.unwrap().shape;
    const said = [sent, words, words.confirmed.unwrap().shape];
    const asked = [question, question.showIf.unwrap().element.shape, ...said];
    const parts = [agenda.unwrap().element.shape, seats.shape, talks.unwrap().unwrap().shape, ...asked];
    const keys = [seriesFile.shape, series.shape, events.element.shape, ...parts].flatMap(Object.keys);
    for (const key of keys) expect(page).toContain(`\`${key}\``);
  });

  it("has an example that asks something, and reads it as version 1 too", () => {
    const asks = JSON.parse(example);
    expect(read(example).data?.events[0]?.form).toHaveLength(2);
    expect(read({ ...asks, version: 1 }).data).toEqual(read(example).data);
  });

  it("names the limits", () => {
    const { characters, events, days } = seriesLimits;
    for (const limit of [characters, events, days])
      expect(page).toContain(new Intl.NumberFormat("en").format(limit));
  });
});
