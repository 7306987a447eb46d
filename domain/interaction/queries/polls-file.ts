import "server-only";
import type { CsvFormat } from "@/lib/csv/formats";
import { type Cell, csvParts } from "@/lib/csv/table";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { averageOf, shareOf } from "../rules/polls";
import type { PollResult } from "./polls";

type Asked = { format: CsvFormat; locale: Locale; slug: string };
type Row = { poll: PollResult; number: number; answer: string; isRight: boolean | null; count: number };

/** One line for each answer that could be chosen, for each number of a rating, and for each word. */
function rowsOf(poll: PollResult, number: number): Row[] {
  const { kind, options, correct, result } = poll;
  if (kind === "words") {
    // With nothing to show it still was asked, and so many have answered.
    const shown = result.words.length > 0 ? result.words : [{ word: "", count: 0 }];
    return shown.map(({ word, count }) => ({ poll, number, answer: word, isRight: null, count }));
  }
  return result.counts.map((count, place) => ({
    poll,
    number,
    answer: kind === "rating" ? String(place + 1) : (options[place] ?? ""),
    isRight: correct.length > 0 ? correct.includes(place) : null,
    count,
  }));
}

/** The results of an event's polls as a file. Nobody stands in it. */
export function pollsFile(results: readonly PollResult[], { format, locale, slug }: Asked) {
  const t = translator(locale, "polls");
  const head = [
    ...[t("file.number"), t("file.question"), t("file.kind"), t("file.openedAt"), t("file.closedAt")],
    ...[
      t("file.people"),
      t("file.answer"),
      t("file.right"),
      t("file.count"),
      t("file.share"),
      t("file.average"),
    ],
  ];
  const cells = ({ poll, number, answer, isRight, count }: Row): Cell[] => [
    ...[number, poll.question, t(`kinds.${poll.kind}`)],
    ...[poll.openedAt?.toISOString() ?? null, poll.closedAt?.toISOString() ?? null],
    ...[poll.result.people, answer, isRight === null ? null : t(isRight ? "file.yes" : "file.no"), count],
    ...[shareOf(count, poll.result.people), poll.kind === "rating" ? averageOf(poll.result.counts) : null],
  ];
  const rows = results.flatMap((poll, index) => rowsOf(poll, index + 1));
  return { name: `${t("file.fileName")}-${slug}.csv`, parts: csvParts({ format, head, rows, cells }) };
}
