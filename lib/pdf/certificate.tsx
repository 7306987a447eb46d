import { StyleSheet, Text, View } from "@react-pdf/renderer";
import type { Letters } from "./fonts";
import { drawable, fewLines, fitted } from "./lines";
import { A4, mm } from "./measures";
import type { CertificatePaper } from "./papers";
import { CutSheet, colours, Paper } from "./sheet";

const WIDTH = A4.width - mm(50);
const NAME_SIZES = [30, 26, 22, 18, 15, 12];

const styles = StyleSheet.create({
  sheet: { position: "absolute", left: mm(25), top: mm(40), width: WIDTH },
  band: { position: "absolute", top: 0, left: 0, right: 0, height: mm(6) },
  title: { fontSize: 22, fontWeight: 700, lineHeight: 1.2, marginBottom: mm(22) },
  text: { fontSize: 11, lineHeight: 1.5, color: colours.quiet },
  name: { fontWeight: 700, lineHeight: 1.15, marginTop: mm(4) },
  organisation: { fontSize: 12, lineHeight: 1.4, marginBottom: mm(10) },
  event: { fontSize: 17, fontWeight: 700, lineHeight: 1.25, marginTop: mm(4), marginBottom: mm(2) },
  facts: { marginTop: mm(8), fontSize: 11, lineHeight: 1.6 },
  foot: {
    position: "absolute",
    left: mm(25),
    bottom: mm(25),
    width: WIDTH,
    fontSize: 9,
    lineHeight: 1.4,
    color: colours.quiet,
  },
});

/** One sheet that says who took part in what, and for how long. */
export function Certificate({ paper, letters }: { paper: CertificatePaper; letters: Letters }) {
  const text = (typed: string, { size, most }: { size: number; most: number }) =>
    fewLines(drawable(typed, letters), { width: WIDTH, size, weight: 700, most }, letters).join("\n");
  const name = fitted(
    drawable(paper.name, letters),
    { width: WIDTH, height: mm(24), weight: 700, sizes: NAME_SIZES, lead: 1.15 },
    letters,
  );
  return (
    <Paper {...paper}>
      <CutSheet fonts={letters.families}>
        <View style={[styles.band, { backgroundColor: paper.colour }]} />
        <View style={styles.sheet}>
          <Text style={styles.title}>{paper.title}</Text>
          <Text style={styles.text}>{paper.lead}</Text>
          <Text style={[styles.name, { fontSize: name.size }]}>{name.lines.join("\n")}</Text>
          <Text style={styles.organisation}>{text(paper.organisation, { size: 12, most: 2 })}</Text>
          <Text style={styles.text}>{paper.took}</Text>
          <Text style={styles.event}>{text(paper.event, { size: 17, most: 4 })}</Text>
          <Text style={styles.text}>{text(paper.when, { size: 11, most: 2 })}</Text>
          <View style={styles.facts}>
            {[...paper.presence, text(paper.host, { size: 11, most: 2 })].map((fact) => (
              <Text key={fact}>{fact}</Text>
            ))}
          </View>
        </View>
        <Text style={styles.foot}>{text(paper.foot, { size: 9, most: 4 })}</Text>
      </CutSheet>
    </Paper>
  );
}
