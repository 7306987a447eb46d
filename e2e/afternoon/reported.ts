import { readTable } from "@/lib/csv/read";
import type { Line } from "./expected";
import { done } from "./people";
import type { Afternoon } from "./wishes";

/** One line of the report's file, by the names of its columns. */
export type Reported = { level: string; name: string; second: string; cells: ReadonlyMap<string, string> };

/** The report as the organizer takes it away. */
export async function reportOf({ event, organizer }: Afternoon): Promise<Reported[]> {
  const form = { format: "rfc4180", locale: "de", back: `${event.page}/talks-report` };
  const answer = done(await organizer.ask(`/api/events/${event.id}/talks-report`, { form }), "the report");
  const table = readTable(answer.text, ",");
  if (!table.ok) throw new Error("the report can't be read");
  const [head = [], ...rows] = table.rows;
  return rows.map((row) => ({
    ...{ level: row[0] ?? "", name: row[1] ?? "", second: row[2] ?? "" },
    cells: new Map(head.map((column, at) => [column, row[at] ?? ""])),
  }));
}

const columns = {
  requested: "Anfragen",
  accepted: "Zugesagt",
  declined: "Abgelehnt",
  talks: "Gespräche",
  held: "Geführt",
  minutes: "Minuten",
  noShows: "Nicht erschienen",
} as const satisfies Record<keyof Line, string>;

/** What a line counts; undefined where the report says nothing of so few. */
export function lineIn({ cells }: Reported): Line | undefined {
  if (cells.get(columns.talks) === "") return undefined;
  const number = (key: keyof Line) => Number(cells.get(columns[key]));
  return {
    ...{ requested: number("requested"), accepted: number("accepted"), declined: number("declined") },
    ...{ talks: number("talks"), held: number("held"), minutes: number("minutes") },
    noShows: number("noShows"),
  };
}
