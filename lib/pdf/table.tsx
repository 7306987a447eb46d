import { StyleSheet, Text, View } from "@react-pdf/renderer";
import type { Letters } from "./fonts";
import { drawable, fewLines } from "./lines";
import { A4, mm } from "./measures";
import type { TablePaper } from "./papers";
import { colours, Paper, Sheet } from "./sheet";

const SIZE = 9.5;
const LEAD = 1.35;
const GAP = mm(3);
const WIDTH = A4.width - mm(32);
/** Sheets are filled by us: to have the whole list broken into pages takes the square of its length. */
const FULL = A4.height - mm(36);
const HEAD = mm(34);
const TITLES = mm(8);
const PADDING = mm(1.4);
const MOST_LINES = 3;

const styles = StyleSheet.create({
  row: { flexDirection: "row", paddingVertical: PADDING, borderBottomWidth: 0.5, borderColor: colours.rule },
  titles: { borderBottomWidth: 1, borderColor: colours.quiet, color: colours.quiet, fontSize: 8 },
  cell: { paddingRight: GAP },
  box: { width: mm(4), height: mm(4), borderWidth: 0.75, borderColor: colours.quiet, marginTop: 1 },
  tick: { fontSize: 8, lineHeight: 1.2, fontWeight: 700, textAlign: "center" },
  strong: { fontWeight: 700 },
  note: {
    alignSelf: "flex-start",
    borderWidth: 0.5,
    paddingHorizontal: 3,
    fontSize: 8,
    borderColor: colours.quiet,
  },
});

type Column = TablePaper["columns"][number] & { width: number };
type Cell = { lines: string[]; note: string | undefined };
type Row = { key: number; cells: Cell[]; height: number };

function columnsOf({ columns }: TablePaper): Column[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map((column) => ({ ...column, width: (WIDTH * column.share) / all }));
}

function rowOf(
  cells: TablePaper["rows"][number],
  columns: readonly Column[],
  letters: Letters,
): Omit<Row, "key"> {
  const laid = columns.map(({ width, isStrong }, at): Cell => {
    const { text = "", note } = cells[at] ?? {};
    const room = { width: width - GAP, size: SIZE, weight: isStrong ? 700 : 400, most: MOST_LINES } as const;
    return { lines: fewLines(drawable(text, letters), room, letters), note };
  });
  const most = Math.max(...laid.map(({ lines, note }) => lines.length + (note ? 1 : 0)), 1);
  return { cells: laid, height: most * SIZE * LEAD + 2 * PADDING + 2 };
}

/** As many rows to a sheet as fit; the first has the head of the document, too. */
function sheetsOf(rows: readonly Row[]): Row[][] {
  const sheets: Row[][] = [[]];
  let left = FULL - HEAD - TITLES;
  for (const row of rows) {
    if (row.height > left) {
      sheets.push([]);
      left = FULL - TITLES;
    }
    sheets.at(-1)?.push(row);
    left -= row.height;
  }
  return sheets;
}

const CellView = ({ column, cell }: { column: Column; cell: Cell }) => (
  <View style={[styles.cell, { width: column.width }]}>
    {column.isTick ? (
      <View style={styles.box}>
        <Text style={styles.tick}>{cell.lines.join("")}</Text>
      </View>
    ) : (
      <Text style={column.isStrong ? styles.strong : {}}>{cell.lines.join("\n")}</Text>
    )}
    {cell.note ? (
      <View style={styles.note}>
        <Text>{cell.note}</Text>
      </View>
    ) : null}
  </View>
);

const Titles = ({ columns }: { columns: readonly Column[] }) => (
  <View style={[styles.row, styles.titles]} fixed>
    {columns.map((column) => (
      <Text key={column.label} style={[styles.cell, { width: column.width }]}>
        {column.label}
      </Text>
    ))}
  </View>
);

const RowView = ({ row, columns }: { row: Row; columns: readonly Column[] }) => (
  <View style={styles.row} wrap={false}>
    {columns.map((column, at) => (
      <CellView key={column.label} column={column} cell={row.cells[at] ?? { lines: [], note: undefined }} />
    ))}
  </View>
);

/** A list that goes over as many sheets as it needs, with the names of its columns on each. */
export function Table({ paper, letters }: { paper: TablePaper; letters: Letters }) {
  const columns = columnsOf(paper);
  const sheets = sheetsOf(paper.rows.map((cells, key) => ({ key, ...rowOf(cells, columns, letters) })));
  const text = (typed: string) => drawable(typed, letters);
  const head = {
    title: fewLines(text(paper.title), { width: WIDTH, size: 16, weight: 700, most: 2 }, letters),
    lines: paper.lines.flatMap((line) =>
      fewLines(text(line), { width: WIDTH, size: SIZE, weight: 400, most: 1 }, letters),
    ),
  };
  const pageOf = (page: number, pages: number) =>
    paper.pageOf.replace("{page}", `${page}`).replace("{pages}", `${pages}`);
  return (
    <Paper {...paper}>
      {sheets.map((rows, sheet) => (
        <Sheet
          key={rows[0]?.key ?? 0}
          fonts={letters.families}
          colour={paper.colour}
          head={sheet === 0 ? head : undefined}
          foot={text(paper.foot)}
          page={pageOf(sheet + 1, sheets.length)}
        >
          <Titles columns={columns} />
          {rows.map((row) => (
            <RowView key={row.key} row={row} columns={columns} />
          ))}
        </Sheet>
      ))}
    </Paper>
  );
}
