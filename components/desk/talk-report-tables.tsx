import { useTranslations } from "next-intl";
import { Shares } from "@/components/desk/shares";
import type { Counts, Outcomes } from "@/domain/matchmaking/queries/talk-report";
import { outcomes as known } from "@/domain/matchmaking/rules/afterwards";

/** What is counted, in the order in which it happens. */
export const countKeys = [
  ...(["requested", "accepted", "declined", "talks"] as const),
  ...(["held", "minutes", "noShows"] as const),
];

type Row = {
  id: string;
  name: string;
  note?: string;
  before: readonly number[];
  /** Null where too few people are behind it. */
  counts: Counts | null;
  after: string | number;
};
type TableProps = {
  title: string;
  head: string;
  /** What stands before the counts, and what after them. */
  before: readonly string[];
  after: string;
  rows: readonly Row[];
};

/** Lines of numbers with a name each. */
export function ReportTable({ title, head, before, after, rows }: TableProps) {
  const t = useTranslations("talkReport");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="table-scroll" tabIndex={0} aria-label={title}>
      <table className="table reporttable">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {[...before, ...countKeys.map((key) => t(key))].map((label) => (
              <th key={label} scope="col" className="r">
                {label}
              </th>
            ))}
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={row.id} row={row} few={t("few")} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TableRow({ row, few }: { row: Row; few: string }) {
  const { id, name, note, before, counts, after } = row;
  return (
    <tr data-line={id}>
      <th scope="row">
        {name}
        {note ? <span className="small muted"> · {note}</span> : null}
      </th>
      {before.map((value, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns never change their order
        <td key={at} className="r">
          {value}
        </td>
      ))}
      {counts ? (
        countKeys.map((key) => (
          <td key={key} className="r" data-count={key}>
            {counts[key]}
          </td>
        ))
      ) : (
        <td colSpan={countKeys.length} className="muted">
          {few}
        </td>
      )}
      <td>{after}</td>
    </tr>
  );
}

/** What people said of their talks; a sentence where it would tell who said it. */
export function OutcomeBars({ outcomes }: { outcomes: Outcomes | null }) {
  const t = useTranslations("talkReport");
  if (!outcomes) return <p className="muted">{t("outcomesFew")}</p>;
  return (
    <Shares
      title={t("outcomesTitle")}
      note={t("outcomesNote")}
      head={t("outcome")}
      count={t("count")}
      rows={known.toReversed().map((key) => ({ id: key, name: t(`outcomes.${key}`), count: outcomes[key] }))}
    />
  );
}
