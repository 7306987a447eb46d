"use client";

import { useEffect, useState } from "react";
import { bannerClock, isShown, untilNextPoll } from "@/components/talks/banner-time";
import { buttonClass } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/locales";
import "./talks.css";

/** Words with `{name}` and `{clock}` still in them: the page is cached, the talk is not. */
export type TalkBannerWords = { label: string; soon: string; open: string; present: string; enter: string };
export type TalkBannerProps = {
  words: TalkBannerWords;
  locale: Locale;
  /** The event whose room this page is: that room itself leads into the event's talks. */
  roomOf?: string | undefined;
};

type NextTalk = {
  meetingId: string;
  eventSlug: string;
  timeZone: string;
  startsAt: string;
  endsAt: string;
  partnerName: string;
  roomOpen: boolean;
  partnerPresent: boolean;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** The schema of `lib` would bring a parser of 60 kB to every page; these eight fields are checked by hand. */
function nextOf(body: unknown): NextTalk | null {
  const next = isRecord(body) ? body.next : null;
  if (!isRecord(next)) return null;
  const { meetingId, eventSlug, timeZone, startsAt, endsAt, partnerName } = next;
  const texts = { meetingId, eventSlug, timeZone, startsAt, endsAt, partnerName };
  if (!isTexts(texts)) return null;
  return { ...texts, roomOpen: next.roomOpen === true, partnerPresent: next.partnerPresent === true };
}

type Texts = Omit<NextTalk, "roomOpen" | "partnerPresent">;
const isTexts = (value: Record<keyof Texts, unknown>): value is Texts =>
  Object.values(value).every((text) => typeof text === "string");

async function ask(signal: AbortSignal): Promise<NextTalk | null> {
  const response = await fetch("/api/me/talks", { signal, headers: { accept: "application/json" } });
  return response.ok ? nextOf(await response.json()) : null;
}

/** Asks every 30 s, and exactly when the room opens or the talk ends; an unreachable server is asked again. */
function useNextTalk(): NextTalk | null {
  const [next, setNext] = useState<NextTalk | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    let timer: number | undefined;
    const poll = async () => {
      const found = await ask(stop.signal).catch(() => null);
      if (stop.signal.aborted) return;
      setNext(found);
      timer = window.setTimeout(poll, untilNextPoll(found, Date.now()));
    };
    poll();
    return () => {
      stop.abort();
      window.clearTimeout(timer);
    };
  }, []);
  return next;
}

function textOf(words: TalkBannerWords, next: NextTalk, locale: Locale): string {
  const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const clock = bannerClock({ at: new Date(next.startsAt), zone: next.timeZone, ownZone, locale });
  const soon = next.roomOpen ? words.open : words.soon;
  const text = next.partnerPresent ? words.present : soon;
  return text.replace("{name}", next.partnerName).replace("{clock}", clock);
}

/** Says on every page that a talk is near, and leads into its room as soon as that is open. */
export function TalkBanner({ words, locale, roomOf }: TalkBannerProps) {
  const next = useNextTalk();
  const shown = next !== null && next.eventSlug !== roomOf && isShown(next, Date.now());
  const prefix = locale === "de" ? "" : `/${locale}`;
  const path = next?.roomOpen ? `/room/${next.eventSlug}` : `/me/talks/${next?.meetingId}`;
  const to = `${prefix}${path}`;
  return (
    <aside aria-label={words.label} hidden={!shown}>
      {shown ? (
        <div className="talkbar">
          <div className="wrap talkbar__in">
            <b role="status">{textOf(words, next, locale)}</b>
            {window.location.pathname === to ? null : (
              <a className={buttonClass({ variant: "match", size: "sm" })} href={to}>
                {words.enter}
              </a>
            )}
          </div>
        </div>
      ) : null}
    </aside>
  );
}
