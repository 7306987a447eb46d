import { StyleSheet, Text, View } from "@react-pdf/renderer";
import type { Letters } from "./fonts";
import { drawable, fewLines, fitted } from "./lines";
import { A4, mm } from "./measures";
import type { BadgesPaper } from "./papers";
import { CutSheet, colours, Paper } from "./sheet";
import { Squares } from "./squares";

/** The usual card of 90 by 54 mm, ten to a sheet; the print page in the browser has the same. */
const CARD = { width: mm(90), height: mm(54) };
const PER_SHEET = 10;
const BAND = mm(2.5);
const QR = mm(20);
const PAD = mm(4);
const INNER = CARD.width - 2 * PAD;
const SIZES = [24, 21, 18, 16, 14, 12, 11, 10, 9, 8];
const EDGE = { top: (A4.height - 5 * CARD.height) / 2, left: (A4.width - 2 * CARD.width) / 2 };

const styles = StyleSheet.create({
  card: { position: "absolute", ...CARD, borderWidth: 0.5, borderColor: colours.rule },
  band: { position: "absolute", top: 0, left: 0, right: 0, height: BAND },
  event: { position: "absolute", top: mm(4.5), left: PAD, width: INNER, fontSize: 8, lineHeight: 1.2 },
  name: {
    position: "absolute",
    top: mm(12),
    left: PAD,
    width: INNER,
    height: mm(19),
    justifyContent: "center",
  },
  bold: { fontWeight: 700, lineHeight: 1.12 },
  below: { position: "absolute", left: PAD, bottom: mm(3), width: INNER - QR - mm(1), height: mm(18) },
  organisation: { fontSize: 10.5, lineHeight: 1.2 },
  network: { position: "absolute", left: 0, bottom: 0, fontSize: 7.5, color: colours.quiet },
  code: { position: "absolute", right: mm(2), bottom: mm(1.5) },
});

type CardProps = { paper: BadgesPaper; badge: BadgesPaper["badges"][number]; at: number; letters: Letters };

function Card({ paper, badge, at, letters }: CardProps) {
  const text = (typed: string) => drawable(typed, letters);
  const beside = INNER - QR - mm(1);
  const name = fitted(
    text(badge.name),
    { width: INNER, height: mm(19), weight: 700, sizes: SIZES, lead: 1.12 },
    letters,
  );
  const line = (typed: string, { size, most, width }: { size: number; most: number; width: number }) =>
    fewLines(text(typed), { width, size, weight: 400, most }, letters).join("\n");
  const place = {
    left: EDGE.left + (at % 2) * CARD.width,
    top: EDGE.top + Math.floor(at / 2) * CARD.height,
  };
  return (
    <View style={[styles.card, place]}>
      <View style={[styles.band, { backgroundColor: paper.colour }]} />
      <Text style={styles.event}>{line(paper.event, { size: 8, most: 2, width: INNER })}</Text>
      <View style={styles.name}>
        <Text style={[styles.bold, { fontSize: name.size }]}>{name.lines.join("\n")}</Text>
      </View>
      <View style={styles.below}>
        <Text style={styles.organisation}>
          {line(badge.organisation, { size: 10.5, most: 3, width: beside })}
        </Text>
        <Text style={styles.network}>{line(paper.network, { size: 7.5, most: 1, width: beside })}</Text>
      </View>
      <View style={styles.code}>
        <Squares text={badge.code} side={QR} />
      </View>
    </View>
  );
}

/** Name badges to cut, each with the code that the door scans. */
export function Badges({ paper, letters }: { paper: BadgesPaper; letters: Letters }) {
  const sheets = Array.from({ length: Math.ceil(paper.badges.length / PER_SHEET) }, (_, at) =>
    paper.badges.slice(at * PER_SHEET, (at + 1) * PER_SHEET),
  );
  return (
    <Paper {...paper}>
      {sheets.map((cards) => (
        <CutSheet key={cards[0]?.code} fonts={letters.families}>
          {cards.map((badge, at) => (
            <Card key={badge.code} paper={paper} badge={badge} at={at} letters={letters} />
          ))}
        </CutSheet>
      ))}
    </Paper>
  );
}
