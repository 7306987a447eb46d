"use client";

import { useLocale, useTranslations } from "next-intl";
import { localeOf } from "@/lib/i18n/locales";
import { formatClock, momentClock } from "@/lib/time/format";
import type { RoomQuestion } from "@/realtime/audience-api";

type QuestionWordsProps = { question: RoomQuestion; zone: string };

/** What was asked, by whom and when, and the answer. Where nobody's name is given there is none to show. */
export function QuestionWords({ question, zone }: QuestionWordsProps) {
  const t = useTranslations("audience.question");
  const locale = localeOf(useLocale());
  const { name, hall, mine, edited, at, state, answer, text } = question;
  const asked = { locale, zone, at: new Date(at) };
  return (
    <>
      <p className="rm-question__text">{text || t("erasedText")}</p>
      <p className="rm-question__by">
        <b>{mine ? t("mine") : (name ?? t("noName")) || t("erased")}</b>
        {hall ? <span>{t("hall")}</span> : null}
        <time dateTime={at} title={momentClock(asked)}>
          {formatClock(asked)}
        </time>
        {edited ? <span>{t("edited")}</span> : null}
      </p>
      {state === "answered" ? (
        <p className="rm-question__answer">
          {answer === null ? (
            t("spoken")
          ) : (
            <>
              <b>{t("answer")}: </b>
              {answer}
            </>
          )}
        </p>
      ) : null}
    </>
  );
}
