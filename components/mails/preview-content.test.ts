import { expect, it } from "vitest";
import { mailText } from "./mail-text";
import { circularPreview, type PreviewReader } from "./preview-content";

const at = new Date("2027-03-28T08:00:00Z");
const reader: PreviewReader = {
  locale: "en",
  timeZone: "Europe/Berlin",
  ...{ status: "confirmed", attendance: "online", waitingPlace: null, offeredUntil: null, confirmedAt: at },
  event: {
    ...{ slug: "sensor", title: "KI am Sensor", timeZone: "Europe/Berlin", startsAt: at },
    endsAt: new Date("2027-03-28T09:30:00Z"),
  },
};
const hosts = {
  ...{ name: "Sensoriknetz", mark: "SO", colour: "#0a6ebd", contactEmail: "netz@example.org", others: [] },
};
const values = {
  ...{ name: "Anna", organisation: "", event: "KI am Sensor", when: "28 March", place: "Online" },
  network: "Sensoriknetz",
};
const circular = {
  ...{ subjectDe: "Neues", bodyDe: "Hallo {name}", subjectEn: "News", bodyEn: "Hello {name}" },
  ...({ purpose: "event", button: "room" } as const),
};
const origin = "https://plenum.test";

it.each([
  ["event", "confirmed", false],
  ["news", "confirmed", true],
  ["event", "cancelled", true],
] as const)("a message about %s to who is %s is ended by a link: %s", (purpose, status, isEnded) => {
  const shown = circularPreview({
    circular: { ...circular, purpose },
    reader: { ...reader, status },
    ...{ values, hosts, origin },
  });
  expect(mailText(shown).includes("Unsubscribe from messages like this")).toBe(isEnded);
});

it("is the message in the reader's language, and leads to public pages only", () => {
  const shown = circularPreview({ circular, reader, values, hosts, origin });
  expect(shown).toMatchObject({ subject: "News", paragraphs: ["Hello Anna"] });
  const links = mailText(shown).match(/https:\/\/\S+/g) ?? [];
  expect(links.slice(0, 2)).toEqual(["https://plenum.test/en/e/sensor", "https://plenum.test/en/e/sensor"]);
  expect(links.slice(2).join()).not.toMatch(/\/j\/|token=/);
});
