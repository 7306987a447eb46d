"use client";

import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { BreakoutsPanel } from "@/components/room/breakouts-panel";
import { ConsoleAgenda } from "@/components/room/console-agenda";
import { ConsolePanel } from "@/components/room/console-panel";
import type { EventOffice } from "@/components/room/event-office";
import { OfficeLinks } from "@/components/room/office-links";
import { PeoplePanel } from "@/components/room/people-panel";
import { PollsPanel } from "@/components/room/polls/polls-panel";
import { QuestionsPanel } from "@/components/room/questions-panel";
import { useRoomEvent } from "@/components/room/room-event-context";
import { LiveChips } from "@/components/room/room-header";
import { RoomTimer } from "@/components/room/room-timer";
import { SpokenPeople } from "@/components/room/spoken-people";
import { SpokenQuestions } from "@/components/room/spoken-questions";
import { Button, ButtonLink } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { NetworkMark } from "@/components/ui/network-mark";
import { href } from "@/lib/i18n/href";
import { useAnswer } from "@/realtime/hooks/use-place";
import { useDocuments } from "@/realtime/hooks/use-room-session";

// Plots are large, and most of the time nobody looks at them: they come when somebody does.
const LiveNumbers = dynamic(
  () => import("@/components/room/numbers/live-numbers").then((module) => module.LiveNumbers),
  { ssr: false, loading: () => <NumbersLoading /> },
);

function NumbersLoading() {
  return (
    <p className="rm-loading" role="status">
      {useTranslations("live")("loading")}
    </p>
  );
}

/** Everything hosts run an event with, side by side: agenda and switches, breakouts and polls, questions, hands and people. */
export function ConsoleDesk({ office }: { office: EventOffice }) {
  const t = useTranslations("room");
  const over = useAnswer()?.state === "ended";
  const [counts, setCounts] = useState(false);
  if (counts && !over)
    return (
      <div className="rm-desk" data-density="compact">
        <ConsoleHeader over={over} counts onCount={() => setCounts(false)} />
        <LiveNumbers />
        <SpokenPeople />
        <SpokenQuestions />
      </div>
    );
  return (
    <div className="rm-desk" data-density="compact">
      <ConsoleHeader over={over} onCount={() => setCounts(true)} />
      <main
        className={classNames("rm-desk__main", over && "rm-desk__main--over")}
        aria-label={t("console.page")}
      >
        <div className="rm-desk__left">
          <DeskPanel title={t("console.state")}>
            {over ? <Over office={office} /> : <ConsolePanel />}
          </DeskPanel>
          <DeskPanel title={t("console.agenda")}>
            <ConsoleAgenda />
          </DeskPanel>
        </div>
        {over ? null : (
          <>
            <div className="rm-desk__middle">
              <DeskPanel title={t("breakouts.title")}>
                <BreakoutsPanel />
              </DeskPanel>
              <DeskPanel title={t("polls.title")}>
                <PollsPanel />
              </DeskPanel>
            </div>
            <div className="rm-desk__right">
              <DeskPanel title={t("questions.title")}>
                <QuestionsPanel />
              </DeskPanel>
              <DeskPanel title={t("people.title")}>
                <PeoplePanel />
              </DeskPanel>
            </div>
          </>
        )}
      </main>
      <SpokenPeople />
      <SpokenQuestions />
    </div>
  );
}

/** Nothing is left to run: what comes next is done at the desk. */
function Over({ office }: { office: EventOffice }) {
  const t = useTranslations("room.console");
  return (
    <div className="rm-panel__body rm-console">
      <p>{t("over")}</p>
      <OfficeLinks {...office} />
    </div>
  );
}

function DeskPanel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="rm-panel rm-desk__panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
      </header>
      {children}
    </section>
  );
}

type HeaderProps = { over: boolean; counts?: boolean; onCount: () => void };

function ConsoleHeader({ over, counts = false, onCount }: HeaderProps) {
  const t = useTranslations("room");
  const live = useTranslations("live");
  const locale = useLocale();
  const event = useRoomEvent();
  const count = useDocuments((documents) => documents.audience);
  const counted = useDocuments(({ known }) => known.has("people"));
  return (
    <header className="rm-top">
      <NetworkMark mark={event.network.mark} colour={event.network.colour} size="sm" />
      <div className="rm-titles">
        <h1>{event.title}</h1>
        <p>
          {t("console.page")} · {t(`mode.${event.mode}`)} · {event.network.name}
        </p>
      </div>
      <RoomTimer />
      <LiveChips />
      <div className="rm-top__end">
        {counted && !over ? <span className="rm-chip rm-wide">{t("console.here", { count })}</span> : null}
        {over ? null : <Button onClick={onCount}>{live(counts ? "back" : "open")}</Button>}
        {over ? null : (
          <ButtonLink href={href(locale, `/room/${event.slug}`)}>{t("console.toRoom")}</ButtonLink>
        )}
      </div>
    </header>
  );
}
