"use client";

import { useTranslations } from "next-intl";
import type { LiveNumbers } from "@/domain/attendance/schema/live";

type Lines = LiveNumbers["lines"];
const QUALITIES = ["good", "poor", "lost"] as const;
/** From so many on, and from this part of all, it is no longer somebody's own Wi-Fi. */
const SOME = 3;
const MANY = 0.1;

/** More than a tenth of the connections are bad: hosts should know before people write it into the chat. */
export const isAlarming = ({ good, poor, lost }: Pick<Lines, (typeof QUALITIES)[number]>): boolean =>
  poor + lost >= SOME && (poor + lost) / (good + poor + lost) > MANY;

/** How many connections are good, poor and lost, of all and of the reader's networks: numbers, of nobody by name. */
export function ConnectionLines({ lines }: { lines: Lines }) {
  const t = useTranslations("live.lines");
  if (lines.good + lines.poor + lines.lost === 0) return <p className="rm-hint">{t("none")}</p>;
  const rows = [{ id: "all", name: t("all"), ...lines }, ...lines.networks];
  return (
    <table className="table shares">
      <thead>
        <tr>
          <th scope="col">{t("network")}</th>
          {QUALITIES.map((quality) => (
            <th key={quality} scope="col" className="r">
              {t(quality)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-line={`line-${row.id}`}>
            <th scope="row">{row.name}</th>
            {QUALITIES.map((quality) => (
              <td key={quality} className="r">
                {row[quality]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
