/** A sum as LP text; a term is a factor and the name of a column. */
export type Term = readonly [factor: number, column: string];
export type Row = { terms: readonly Term[]; is: "<=" | ">=" | "="; value: number };

const LINE = 200;

/** Lines of LP files may not be long, so a sum goes over several. */
function sum(terms: readonly Term[]): string {
  let line = 0;
  let text = "";
  for (const [factor, column] of terms) {
    const term = ` ${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${column}`;
    line += term.length;
    if (line > LINE) {
      text += "\n";
      line = term.length;
    }
    text += term;
  }
  return text;
}

/** A linear programme over columns from 0 to 1, in CPLEX's LP format. */
export function linearProgram(
  goal: "Minimize" | "Maximize",
  objective: readonly Term[],
  rows: readonly Row[],
): string {
  const columns = new Set<string>();
  for (const [, column] of objective) columns.add(column);
  for (const { terms } of rows) for (const [, column] of terms) columns.add(column);
  const body = rows
    .filter(({ terms }) => terms.length > 0)
    .map(({ terms, is, value }, at) => ` r${at}:${sum(terms)} ${is} ${value}`);
  const bounds = [...columns].map((column) => ` 0 <= ${column} <= 1`);
  return `${goal}\n o:${sum(objective)}\nSubject To\n${body.join("\n")}\nBounds\n${bounds.join("\n")}\nEnd\n`;
}
