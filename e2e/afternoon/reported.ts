import { readTable } from "@/lib/csv/read";
import { type Afternoon, done } from "./afternoon";
import type { Line } from "./expected";

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
  unknown: "Nicht bekannt",
  minutes: "Minuten",
  noShows: "Nicht erschienen",
} as const satisfies Record<keyof Line, string>;

const outcomeColumns = {
  did_not_happen: "Fand nicht statt",
  no_common_interest: "Kein gemeinsames Interesse",
  interesting: "Interessant",
  cooperation_possible: "Zusammenarbeit möglich",
} as const;

export const numberIn = ({ cells }: Reported, column: string): number => Number(cells.get(column));

function numbersIn<Key extends string>(line: Reported, named: Record<Key, string>): Record<string, number> {
  return Object.fromEntries(
    Object.entries<string>(named).map(([key, column]) => [key, numberIn(line, column)]),
  );
}

/** What a line counts; undefined where the report says nothing of so few. */
export const lineIn = (line: Reported) =>
  line.cells.get(columns.talks) === "" ? undefined : numbersIn(line, columns);

/** What people said came of the talks of a line; undefined where too few did. */
export const outcomesIn = (line: Reported) =>
  line.cells.get(outcomeColumns.interesting) === "" ? undefined : numbersIn(line, outcomeColumns);
