import { readTable } from "@/lib/csv/read";
import { expectOk, type LiveEvent } from "../kit/live-event";
import type { Afternoon } from "./afternoon";
import type { Expected } from "./script";

export type Counted = { talks: number; held: number; minutes: number; noShows: number };
/** Columns of the report's file. */
const AT = { level: 0, name: 1, talks: 9, held: 10, minutes: 12, noShows: 13 };
const PERSON = "Person";

/** The lines of all people in the report, by name, as the office takes it away. */
export async function reportedBy(event: LiveEvent, { eventId }: Afternoon): Promise<Map<string, Counted>> {
  const form = new URLSearchParams({ format: "rfc4180", locale: "de" });
  const reply = expectOk(
    await event.host.browser.post(`/api/events/${eventId}/talks-report`, form),
    "the report",
  );
  const table = readTable(reply.body, ",");
  if (!table.ok) throw new Error("the report can't be read");
  const number = (row: readonly string[], at: number) => Number(row[at] ?? "");
  return new Map(
    table.rows
      .filter((row) => row[AT.level] === PERSON)
      .map((row): [string, Counted] => [
        row[AT.name] ?? "",
        {
          talks: number(row, AT.talks),
          held: number(row, AT.held),
          minutes: number(row, AT.minutes),
          noShows: number(row, AT.noShows),
        },
      ]),
  );
}

/** What the report says of somebody that is not what they did; nothing when all is right. */
export function wrongIn(name: string, expected: Expected, counted: Counted | undefined): string[] {
  if (!counted) return [`${name} is missing`];
  const { minutes } = expected;
  const isMinutes = counted.minutes >= minutes.least && counted.minutes <= minutes.most;
  const wrong = (["talks", "held", "noShows"] as const).flatMap((key) =>
    counted[key] === expected[key] ? [] : [`${name}: ${key} ${counted[key]} instead of ${expected[key]}`],
  );
  return isMinutes
    ? wrong
    : [...wrong, `${name}: ${counted.minutes} minutes instead of ${minutes.least} to ${minutes.most}`];
}
