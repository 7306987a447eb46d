import { Line, Polyline, StyleSheet, Svg, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { Letters } from "./fonts";
import { drawable, fewLines } from "./lines";
import { A4, mm } from "./measures";
import type { ReportPaper } from "./papers";
import { colours, Paper, Sheet } from "./sheet";

const SIZE = 9.5;
const LEAD = 1.35;
const WIDTH = A4.width - mm(32);
/** Filled by us, as lists are: sheets that a section breaks into by itself cost the square of their length. */
const FULL = A4.height - mm(36);
const HEAD = mm(34);
const LABEL = WIDTH * 0.5;
const BAR = WIDTH * 0.34;
const PADDING = mm(1);
const PICTURE = { width: WIDTH - mm(12), height: mm(38) };
const MOST_LINES = 4;

const styles = StyleSheet.create({
  title: { fontSize: 12, fontWeight: 700, lineHeight: 1.25, marginTop: mm(5), marginBottom: mm(1) },
  note: { color: colours.quiet, marginBottom: mm(1) },
  row: {
    flexDirection: "row",
    alignItems: "center",
    paddingVertical: PADDING,
    borderBottomWidth: 0.5,
    borderColor: colours.rule,
  },
  label: { width: LABEL, paddingRight: mm(3) },
  bar: { width: BAR, height: mm(2.2) },
  fill: { height: mm(2.2) },
  value: { width: WIDTH - LABEL - BAR, textAlign: "right" },
  wide: { width: WIDTH - LABEL, textAlign: "right" },
  written: { width: WIDTH },
  axis: { flexDirection: "row", justifyContent: "space-between", color: colours.quiet, fontSize: 8 },
});

type Section = ReportPaper["sections"][number];
/** What is never parted by the end of a sheet, and how high it is. */
type Block = { key: string; height: number; view: ReactNode };

/** Text in lines that fit, and how high it stands. */
function laid(typed: string, { width, size = SIZE, bold = false }: Room, letters: Letters) {
  const room = { width, size, weight: bold ? 700 : 400, most: MOST_LINES } as const;
  const lines = fewLines(drawable(typed, letters), room, letters);
  return { text: lines.join("\n"), height: Math.max(1, lines.length) * size * LEAD };
}
type Room = { width: number; size?: number; bold?: boolean };

function Picture({ curve, colour }: { curve: NonNullable<Section["curve"]>; colour: string }) {
  const most = Math.max(1, ...curve.counts);
  const { width, height } = PICTURE;
  const step = width / Math.max(1, curve.counts.length - 1);
  const points = curve.counts
    .map((count, place) => `${(place * step).toFixed(1)},${(height - (count / most) * height).toFixed(1)}`)
    .join(" ");
  return (
    <View>
      <Text style={{ fontSize: 8, color: colours.quiet }}>{curve.most}</Text>
      <Svg width={width} height={height + 1} viewBox={`0 -1 ${width} ${height + 2}`}>
        <Line x1={0} y1={height} x2={width} y2={height} stroke={colours.rule} strokeWidth={0.75} />
        <Polyline points={points} stroke={colour} strokeWidth={1.5} fill="none" />
      </Svg>
      <View style={[styles.axis, { width }]}>
        <Text>{curve.from}</Text>
        <Text>{curve.to}</Text>
      </View>
    </View>
  );
}

type Drawn = { paper: ReportPaper; letters: Letters };

function lineBlock(section: Section, place: number, { paper, letters }: Drawn): Block {
  const line = section.lines[place] ?? { label: "", value: "" };
  const isWritten = line.value === "";
  const label = laid(line.label, { width: (isWritten ? WIDTH : LABEL) - mm(3) }, letters);
  const value = laid(line.value, { width: WIDTH - LABEL - (line.count === undefined ? 0 : BAR) }, letters);
  const most = Math.max(1, ...section.lines.map(({ count = 0 }) => count));
  const view = (
    <View style={styles.row} wrap={false}>
      <Text style={isWritten ? styles.written : styles.label}>{label.text}</Text>
      {line.count === undefined ? null : (
        <View style={styles.bar}>
          <View
            style={[
              styles.fill,
              { width: (BAR - mm(4)) * (line.count / most), backgroundColor: paper.colour },
            ]}
          />
        </View>
      )}
      {isWritten ? null : (
        <Text style={line.count === undefined ? styles.wide : styles.value}>{value.text}</Text>
      )}
    </View>
  );
  return { key: `${place}`, height: Math.max(label.height, value.height) + 2 * PADDING + 1, view };
}

/** A title stands with what comes first below it. */
function headBlock(section: Section, first: Block | undefined, { paper, letters }: Drawn): Block {
  const title = laid(section.title, { width: WIDTH, size: 12, bold: true }, letters);
  const said = [section.note, section.curve?.summary].filter((text) => text !== undefined);
  const notes = said.map((text) => laid(text, { width: WIDTH }, letters));
  const picture = section.curve ? PICTURE.height + mm(10) : 0;
  const height = notes.reduce((sum, note) => sum + note.height + mm(1), title.height + mm(6) + picture);
  const view = (
    <View wrap={false}>
      <Text style={styles.title}>{title.text}</Text>
      {notes.map(({ text }) => (
        <Text key={text} style={styles.note}>
          {text}
        </Text>
      ))}
      {section.curve ? <Picture curve={section.curve} colour={paper.colour} /> : null}
      {first?.view}
    </View>
  );
  return { key: "head", height: height + (first?.height ?? 0), view };
}

function blocksOf(section: Section, place: number, drawn: Drawn): Block[] {
  const [first, ...rest] = section.lines.map((_line, at) => lineBlock(section, at, drawn));
  return [headBlock(section, first, drawn), ...rest].map((block) => ({
    ...block,
    key: `${place} ${block.key}`,
  }));
}

function sheetsOf(blocks: readonly Block[]): Block[][] {
  const sheets: Block[][] = [[]];
  let left = FULL - HEAD;
  for (const block of blocks) {
    if (block.height > left && sheets.at(-1)?.length !== 0) {
      sheets.push([]);
      left = FULL;
    }
    sheets.at(-1)?.push(block);
    left -= block.height;
  }
  return sheets;
}

/** Sections of numbers with bars, and the curve of who was there. */
export function Report({ paper, letters }: Drawn) {
  const sheets = sheetsOf(
    paper.sections.flatMap((section, place) => blocksOf(section, place, { paper, letters })),
  );
  const text = (typed: string) => drawable(typed, letters);
  const head = {
    title: fewLines(text(paper.title), { width: WIDTH, size: 16, weight: 700, most: 2 }, letters),
    lines: paper.lines.flatMap((line) =>
      fewLines(text(line), { width: WIDTH, size: SIZE, weight: 400, most: 1 }, letters),
    ),
  };
  const pageOf = (page: number) =>
    paper.pageOf.replace("{page}", `${page}`).replace("{pages}", `${sheets.length}`);
  return (
    <Paper {...paper}>
      {sheets.map((blocks, sheet) => (
        <Sheet
          key={blocks[0]?.key ?? "empty"}
          fonts={letters.families}
          colour={paper.colour}
          head={sheet === 0 ? head : undefined}
          foot={text(paper.foot)}
          page={pageOf(sheet + 1)}
        >
          {blocks.map(({ key, view }) => (
            <View key={key}>{view}</View>
          ))}
        </Sheet>
      ))}
    </Paper>
  );
}
