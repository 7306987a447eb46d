"use client";

import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useRoomEvent } from "@/components/room/room-event-context";
import { ReasonLines } from "@/components/talks/reason-lines";
import { buttonClass } from "@/components/ui/button";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { type RoomStandby, roomStandbys } from "@/realtime/room-api";

async function ask(slug: string, signal: AbortSignal): Promise<RoomStandby[]> {
  const headers = { accept: "application/json" };
  const response = await fetch(`/api/rooms/${slug}/standbys`, { signal, headers });
  const parsed = response.ok ? roomStandbys.safeParse(await response.json()) : undefined;
  return parsed?.data?.people ?? [];
}

/** Whoever could step in, asked for once; null while nobody has answered. */
function useStandbys(slug: string): RoomStandby[] | null {
  const [people, setPeople] = useState<RoomStandby[] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    ask(slug, stop.signal).then(
      (found) => stop.signal.aborted || setPeople(found),
      () => stop.signal.aborted || setPeople([]),
    );
    return () => stop.abort();
  }, [slug]);
  return people;
}

/** The talk is given up and its time is free: who else could use it, with the reasons of both sides. */
export function StandbyCard({ close }: { close: () => void }) {
  const t = useTranslations("room.talk");
  const { slug } = useRoomEvent();
  const people = useStandbys(slug);
  return (
    <section
      className="rm-outcome rm-outcome--floating rm-outcome--freed"
      aria-label={t("standbyTitle")}
      data-testid="standby"
    >
      <header>
        <h2>{t("standbyTitle")}</h2>
        <button type="button" className="rm-icon-btn" aria-label={t("standbyClose")} onClick={close}>
          <X className="icon" aria-hidden />
        </button>
      </header>
      <p role="status">{people?.length === 0 ? t("standbyNobody") : t("standbyText")}</p>
      {people?.map((person) => (
        <StandbyPerson key={person.personId} person={person} />
      ))}
    </section>
  );
}

function StandbyPerson({ person }: { person: RoomStandby }) {
  const t = useTranslations("room.talk");
  const locale = localeOf(useLocale());
  const { slug } = useRoomEvent();
  const query = new URLSearchParams({ event: slug, with: person.personId });
  return (
    <div className="rm-standby">
      <p>
        <b>{person.name}</b>
        {person.organisation ? ` · ${person.organisation}` : null}
        {person.isPresent ? ` · ${t("here")}` : null}
      </p>
      <ReasonLines reasons={person.reasons} partner={person} locale={locale} />
      <a
        className={buttonClass({ variant: "match", size: "sm" })}
        href={href(locale, `/me/talks/ask?${query}`)}
        target="_blank"
        rel="noreferrer"
      >
        {t("standbyAsk", { name: person.name })}
      </a>
    </div>
  );
}
