import type { Words } from "@/components/technical-test/use-words";
import { headingOf } from "@/components/technical-test/use-words";
import type { Locale } from "@/lib/i18n/locales";
import { dayKey, formatMoment } from "@/lib/time/format";
import { checks, type Findings } from "@/realtime/client/findings";

const READ_WITHIN_MS = 60_000;

type ReportInput = {
  findings: Findings;
  words: Words;
  /** Lines above and below what was found. */
  frame: { title: string; made: string; browser: string; foot: string };
  place: { locale: Locale; zone: string };
};

/**
 * The report as plain text: what was found, when and with which browser. No names of devices, because people call
 * their headsets after themselves, and no network addresses.
 */
export function reportText({ findings, words, frame, place }: ReportInput): string {
  const parts = checks.map((check) => {
    const finding = findings[check];
    if (!finding) return [`${words.title(check)}: ${words.verdict("open")}`];
    const when = formatMoment({ ...place, at: finding.at });
    return [headingOf(words, check, finding), ...words.about(finding).map((one) => `  ${one}`), `  ${when}`];
  });
  const head = [frame.title, frame.made, frame.browser];
  return `${[head, ...parts, [frame.foot]].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** `plenum-technik-2026-11-29.txt`, by the day where the person is. */
export const reportName = (name: string, now: { zone: string; at: Date }): string =>
  `plenum-${name}-${dayKey(now)}.txt`;

/** Gives the text to the browser as a file; it leaves the page in no other way. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Safari reads it only after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), READ_WITHIN_MS);
}
