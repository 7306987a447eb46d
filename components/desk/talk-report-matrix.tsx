import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { ReportTable } from "@/components/desk/talk-report-tables";
import { useLabelName } from "@/components/desk/use-label-name";
import type { TalkReportView, ToldLabel } from "@/domain/matchmaking/queries/talk-report";

type Pair = TalkReportView["pairs"][number];
type Cell = { held: number } | "few" | "none";

function cellOf(pair: Pair | undefined): Cell {
  if (!pair) return "none";
  return pair.counts ? { held: pair.counts.held } : "few";
}

const isOf = (pair: Pair, one: ToldLabel, other: ToldLabel) =>
  (pair.labels[0] === one && pair.labels[1] === other) ||
  (pair.labels[0] === other && pair.labels[1] === one);

/**
 * Who talked with whom: a field for every two networks, the darker the more talks were held. Drawn by the server, needs
 * no program in the browser, and the table below says all numbers in words.
 */
export function NetworkMatrix({ report }: { report: TalkReportView }) {
  const t = useTranslations("talkReport");
  const nameOf = useLabelName(report);
  const labels = report.networks.map(({ label }) => label);
  if (labels.length < 2 || report.pairs.length === 0) return null;
  const most = Math.max(1, ...report.pairs.map(({ counts }) => counts?.held ?? 0));
  const rows = report.pairs.map(({ labels: [one, other], counts, outcomes }) => ({
    id: `${one} ${other}`,
    name: t(one === other ? "within" : "pair", { one: nameOf(one), other: nameOf(other) }),
    before: [],
    counts,
    after: outcomes ? outcomes.cooperation_possible : t("untold"),
  }));
  return (
    <section className="stack gap-3">
      <h2 className="text-xl">{t("matrix")}</h2>
      <p className="small muted">{t("matrixNote")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={t("matrix")}>
        <table className="netmatrix">
          <thead>
            <tr>
              <th scope="col">{t("network")}</th>
              {labels.map((label, at) => (
                <th key={label} scope="col" aria-label={nameOf(label)} title={nameOf(label)}>
                  {at + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map((one, at) => (
              <tr key={one}>
                <th scope="row">
                  {at + 1} · {nameOf(one)}
                </th>
                {labels.map((other) => (
                  <Field
                    key={other}
                    cell={cellOf(report.pairs.find((pair) => isOf(pair, one, other)))}
                    most={most}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <details className="peopleform">
        <summary>{t("matrixTable")}</summary>
        <ReportTable
          title={t("matrixTable")}
          head={t("network")}
          before={[]}
          after={t("outcomes.cooperation_possible")}
          rows={rows}
        />
      </details>
    </section>
  );
}

function Field({ cell, most }: { cell: Cell; most: number }) {
  const t = useTranslations("talkReport");
  if (cell === "few")
    return (
      <td>
        <abbr title={t("few")}>–</abbr>
      </td>
    );
  const held = cell === "none" ? 0 : cell.held;
  const style: CSSProperties & Record<"--v", string> = { "--v": `${Math.round((held / most) * 100)}%` };
  return (
    <td style={style} className={held === 0 ? "is-none" : undefined}>
      {held}
    </td>
  );
}
