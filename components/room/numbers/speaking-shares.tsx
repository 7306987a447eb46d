"use client";

import { useTranslations } from "next-intl";
import { Progress } from "@/components/ui/progress";
import { minutesOf } from "@/domain/attendance/rules";
import type { LiveNumbers } from "@/domain/attendance/schema/live";

/** How much of what was said each role said: bars that are a table. */
export function SpeakingShares({ speaking }: { speaking: LiveNumbers["speaking"] }) {
  const t = useTranslations("live.speaking");
  const all = speaking.reduce((sum, { seconds }) => sum + seconds, 0);
  if (all === 0) return <p className="rm-hint">{t("none")}</p>;
  return (
    <table className="table shares">
      <thead>
        <tr>
          <th scope="col">{t("role")}</th>
          <th scope="col" className="r">
            {t("share")}
          </th>
          <th scope="col" className="r">
            {t("minutes")}
          </th>
        </tr>
      </thead>
      <tbody>
        {speaking.map(({ role, seconds }) => (
          <tr key={role} data-line={role}>
            <th scope="row">
              {t(`roles.${role}`)}
              <Progress value={seconds} max={all} />
            </th>
            <td className="r">{Math.round((seconds / all) * 100)} %</td>
            <td className="r">{minutesOf(seconds)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
