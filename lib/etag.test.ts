import { expect, it } from "vitest";
import { etagOf } from "./etag";

const calendar = (stamp: string, title: string) =>
  ["BEGIN:VEVENT", `DTSTAMP:${stamp}`, `LAST-MODIFIED:${stamp}`, `SUMMARY:${title}`, "END:VEVENT"].join(
    "\r\n",
  );

it.each([
  ["a calendar", (time: string, title: string) => calendar(time, title)],
  ["frab's XML", (time: string, title: string) => `<version>${time}</version><title>${title}</title>`],
  ["frab's JSON", (time: string, title: string) => JSON.stringify({ version: time, title })],
])("%s keeps its version when only the time of writing differs", (_name, file) => {
  const first = etagOf(file("20261112T100000Z", "Messen"));
  expect(first).toMatch(/^"[\w-]{27}"$/);
  expect(etagOf(file("20261113T110000Z", "Messen"))).toBe(first);
  expect(etagOf(file("20261112T100000Z", "Kleben"))).not.toBe(first);
});
