"use client";

import { useLocale, useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { grouped } from "@/components/room/question-groups";
import { QrCode } from "@/components/ui/qr-code";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { projectorQuestions, type RoomQuestion } from "@/realtime/audience-api";
import { type Shown, useOpenPage } from "@/realtime/hooks/use-open-page";

/** Questions that can be read from the last row. */
const MOST = 5;
const never = () => () => undefined;

/** The questions in large letters, for a hall: the one on the stage, or those with the most votes, and the code to ask by. */
export function ProjectorClient({ token, title }: { token: string; title: string }) {
  const { page, shown } = useOpenPage({ kind: "projector", token, schema: projectorQuestions });
  const said = saidOf(shown, page?.state);
  const isLive = page?.state === "live" && shown !== "gone";
  return (
    <main className="projector">
      <div className="projector__main">
        <h1>{page?.title ?? title}</h1>
        {said ? <Said word={said} /> : null}
        {isLive ? <Questions questions={page.questions} /> : null}
      </div>
      {page?.hall && shown !== "gone" ? <HallCode token={page.hall} /> : null}
    </main>
  );
}

function saidOf(shown: Shown, state: "before" | "live" | "over" | undefined) {
  if (shown === "gone") return shown;
  return state === "before" || state === "over" ? state : null;
}

function Said({ word }: { word: "gone" | "before" | "over" }) {
  const t = useTranslations("audience.projector");
  return <p className="projector__said">{t(word)}</p>;
}

function Questions({ questions }: { questions: readonly RoomQuestion[] }) {
  const t = useTranslations("audience.projector");
  const pinned = questions.find((one) => one.pinned);
  const open = grouped(questions, "votes").new.filter((one) => !one.pinned);
  if (!pinned && open.length === 0) return <p className="projector__said">{t("empty")}</p>;
  const shown = open.slice(0, pinned ? MOST - 2 : MOST);
  return (
    <>
      {pinned ? (
        <section className="projector__pinned" aria-live="polite">
          <p>{pinned.text}</p>
          <By question={pinned} />
          {pinned.answer ? <p className="projector__answer">{pinned.answer}</p> : null}
        </section>
      ) : null}
      {shown.length > 0 ? (
        <section aria-label={t("next")}>
          <ol className="projector__list">
            {shown.map((one) => (
              <li key={one.id}>
                <span className="projector__votes">{one.votes}</span>
                <div>
                  <p>{one.text}</p>
                  <By question={one} />
                </div>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {open.length > shown.length ? (
        <p className="projector__more">{t("more", { count: open.length - shown.length })}</p>
      ) : null}
    </>
  );
}

function By({ question: { name, hall } }: { question: RoomQuestion }) {
  const t = useTranslations("audience.question");
  return (
    <p className="projector__by">
      {name ?? t("noName")}
      {hall ? ` · ${t("hall")}` : ""}
    </p>
  );
}

function HallCode({ token }: { token: string }) {
  const t = useTranslations("audience.projector");
  const path = href(localeOf(useLocale()), `/hall/${token}`);
  const origin = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => "",
  );
  if (origin === "") return null;
  const address = `${origin}${path}`;
  return (
    <div className="projector__code">
      <QrCode text={address} label={t("scan", { address })} />
      <p>{t("ask")}</p>
    </div>
  );
}
