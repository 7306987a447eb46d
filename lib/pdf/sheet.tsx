import { Document, Page, StyleSheet, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { mm } from "./measures";

const ink = "#14181f";
const quiet = "#3d4654";
export const rule = "#c8ccd2";
export const colours = { ink, quiet, rule };

/** Inter puts other signs beside digits, which look well and come out of the file as nothing when they are copied. */
const plainly = { fontFeatureSettings: { calt: 0 } } as const;

const styles = StyleSheet.create({
  page: { ...plainly, fontSize: 9.5, lineHeight: 1.35, color: ink, padding: mm(16), paddingBottom: mm(20) },
  plain: { ...plainly, color: ink },
  head: { marginBottom: mm(5), paddingTop: mm(3), borderTopWidth: mm(1) },
  title: { fontSize: 16, fontWeight: 700, lineHeight: 1.2 },
  quiet: { color: quiet },
  foot: {
    position: "absolute",
    left: mm(16),
    right: mm(16),
    bottom: mm(9),
    fontSize: 8,
    color: quiet,
  },
  count: { textAlign: "right" },
});

export type Paper = {
  /** Of the document, for whoever reads it aloud. */
  language: string;
  title: string;
  /** Colour of the network, as `#rrggbb`. */
  colour: string;
};

/** Every document of ours: what a reader's window and a screen reader call it. */
export const Paper = ({ language, title, children }: Paper & { children: ReactNode }) => (
  <Document language={language} title={title} creator="Plenum" producer="Plenum">
    {children}
  </Document>
);

type SheetProps = {
  /** Of `Letters`, those that the document needs. */
  fonts: string[];
  colour: string;
  /** On the first sheet: title, and lines below it. */
  head?: { title: readonly string[]; lines: readonly string[] } | undefined;
  /** At the left of every foot, such as when the document was made. */
  foot: string;
  /** Which of how many sheets it is. */
  page: string;
  children: ReactNode;
};

/** A sheet of A4 with the frame that all papers share. What is longer goes on to a further sheet. */
export const Sheet = ({ fonts, colour, head, foot, page, children }: SheetProps) => (
  <Page size="A4" style={[styles.page, { fontFamily: fonts }]}>
    {head ? (
      <View style={[styles.head, { borderTopColor: colour }]}>
        <Text style={styles.title}>{head.title.join("\n")}</Text>
        {head.lines.map((line) => (
          <Text key={line} style={styles.quiet}>
            {line}
          </Text>
        ))}
      </View>
    ) : null}
    {children}
    <Text style={styles.foot} fixed>
      {foot}
    </Text>
    <Text style={[styles.foot, styles.count]} fixed>
      {page}
    </Text>
  </Page>
);

/** A sheet without any frame, for what is cut. */
export const CutSheet = ({ fonts, children }: { fonts: string[]; children: ReactNode }) => (
  <Page size="A4" style={[styles.plain, { fontFamily: fonts }]}>
    {children}
  </Page>
);
