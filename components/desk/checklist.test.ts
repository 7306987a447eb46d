import { expect, it } from "vitest";
import { type Checked, checklistOf, isPreparing } from "./checklist";

const bare: Checked = {
  event: {
    ...{ summary: "", description: "", topics: [], agenda: [], speakers: [] },
    ...{ registrationOpensAt: null, registrationClosesAt: null },
  },
  network: { imprintDe: "", imprintEn: "", privacyDe: "", privacyEn: "", termsDe: "", termsEn: "" },
  isTested: false,
};
const speaker = {
  id: "spk_one",
  ...{ name: "Ada Beispiel", organisation: "", role: "", pictureId: null },
  ...{ bioDe: "Misst.", bioEn: "" },
} as const;
const session: Checked["event"]["agenda"][number] = {
  id: "ses_one",
  ...{ title: "Begrüßung", kind: "welcome", track: "", place: "", mode: null, speakers: [] },
  ...{ startsAt: new Date("2027-04-12T08:00:00Z"), endsAt: new Date("2027-04-12T08:20:00Z") },
};
const open = (checked: Checked) => checklistOf(checked).flatMap(({ key, done }) => (done ? [] : [key]));
const event = (more: Partial<Checked["event"]>): Checked => ({ ...bare, event: { ...bare.event, ...more } });
const network = (more: Partial<Checked["network"]>): Checked => ({
  ...bare,
  network: { ...bare.network, ...more },
});

it("leaves everything open but the title of an event that was only named, and what nobody has begun to say in one language", () => {
  expect(open(bare)).toEqual([
    ...["summary", "description", "topics", "agenda", "speakers", "window", "legal", "test"],
  ]);
});

it.each([
  ["a sentence about it", event({ summary: "Ein Tag." }), "summary"],
  ["a topic", event({ topics: ["robotik"] }), "topics"],
  ["a session", event({ agenda: [session] }), "agenda"],
  ["a speaker", event({ speakers: [speaker] }), "speakers"],
  ["a description", event({ description: "Worum es geht." }), "description"],
  ["an end of registration", event({ registrationClosesAt: new Date("2027-04-12T08:00:00Z") }), "window"],
  ["a beginning of it", event({ registrationOpensAt: new Date("2027-04-01T08:00:00Z") }), "window"],
  [
    "imprint and privacy, in whichever language",
    network({ imprintDe: "Wir", privacyEn: "What we keep" }),
    "legal",
  ],
  ["a mail of one's own", { ...bare, isTested: true }, "test"],
] as const)("%s closes its point", (_, checked, point) => {
  expect(open(bare)).toContain(point);
  // Its own and no other.
  expect(open(bare).filter((one) => !open(checked).includes(one))).toEqual([point]);
});

it.each([
  ["an imprint alone", network({ imprintDe: "Wir" }), "legal"],
  ["an imprint in one language", network({ imprintDe: "Wir" }), "languages"],
  ["privacy in one language", network({ privacyDe: "Wir" }), "languages"],
  ["terms in one language", network({ termsEn: "Rules" }), "languages"],
  ["words about a speaker in one language", event({ speakers: [speaker] }), "languages"],
] as const)("%s leaves a point open", (_, checked, point) => {
  expect(open(checked)).toContain(point);
});

it("asks nobody for a test mail who may write none", () => {
  expect(checklistOf({ ...bare, isTested: undefined }).map(({ key }) => key)).not.toContain("test");
});

const startsAt = new Date("2027-04-12T08:00:00Z");
const before = new Date("2027-04-11T08:00:00Z");
const begun = new Date("2027-04-12T08:00:01Z");
it.each([
  ["a draft", "draft", before, true],
  ["a draft of a day that has passed, which still has to be published", "draft", begun, true],
  ["a published event", "published", before, true],
  ["a published event that should have begun", "published", begun, false],
  ["a live one, begun early", "live", before, false],
  ["one that is over", "ended", begun, false],
  ["one that is put off", "postponed", before, false],
  ["one that was called off", "cancelled", before, false],
] as const)("asks of %s whether its page is ready: %s", (_, status, now, isAsked) => {
  expect(isPreparing({ status, startsAt }, now)).toBe(isAsked);
});
