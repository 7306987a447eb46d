"use client";

import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { Shown } from "./door-session";
import { answerLooks, useAnswerWords } from "./use-answer-words";

/** The last answers, for whoever looks up a moment too late. */
export function RecentList({ recent }: { recent: readonly Shown[] }) {
  const t = useTranslations("checkin");
  const words = useAnswerWords();
  if (recent.length === 0) return null;
  return (
    <section>
      <h2 className="text-base">{t("recent")}</h2>
      <ul className="plain divided">
        {recent.map((shown, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one person may be told of twice at the same moment
          <li key={`${index} ${shown.name}`} className={`lastrow lastrow--${answerLooks[shown.state].tone}`}>
            <Icon name={answerLooks[shown.state].icon} />
            <div className="grow">
              <b>{shown.name}</b>
              {shown.organisation ? <div className="small muted">{shown.organisation}</div> : null}
            </div>
            <span className="small lastrow__word">{words(shown)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
