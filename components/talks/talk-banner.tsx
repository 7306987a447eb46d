"use client";

import { useEffect, useState } from "react";
import { bannerClock, isShown, untilNextPoll } from "@/components/talks/banner-time";
import { useTalkNotification } from "@/components/talks/talk-notification";
import { buttonClass } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/locales";
import "./talks.css";

/** Words with `{name}` and `{clock}` still in them: the page is cached, the talk is not. */
export type TalkBannerWords = Record<
  "label" | "soon" | "open" | "present" | "enter" | "nudged" | "nudgedNow" | "allow",
  string
>;
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
  awaited: boolean;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** The schema of `lib` would bring a parser of 60 kB to every page; these nine fields are checked by hand. */
function nextOf(body: unknown): NextTalk | null {
  const next = isRecord(body) ? body.next : null;
  if (!isRecord(next)) return null;
  const { meetingId, eventSlug, timeZone, startsAt, endsAt, partnerName } = next;
  const texts = { meetingId, eventSlug, timeZone, startsAt, endsAt, partnerName };
  if (!isTexts(texts)) return null;
  const [roomOpen, partnerPresent] = [next.roomOpen === true, next.partnerPresent === true];
  return { ...texts, roomOpen, partnerPresent, awaited: next.awaited === true };
}

type Texts = Omit<NextTalk, "roomOpen" | "partnerPresent" | "awaited">;
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

function filled(text: string, next: NextTalk, locale: Locale): string {
  const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const clock = bannerClock({ at: new Date(next.startsAt), zone: next.timeZone, ownZone, locale });
  return text.replace("{name}", next.partnerName).replace("{clock}", clock);
}

function textOf(words: TalkBannerWords, next: NextTalk): string {
  if (next.awaited) return words.nudged;
  if (next.partnerPresent) return words.present;
  return next.roomOpen ? words.open : words.soon;
}

/** What the browser itself says: ten minutes before, and once more when somebody waits. */
const noticeOf = (next: NextTalk, words: TalkBannerWords, locale: Locale) => ({
  key: `${next.meetingId} ${next.startsAt} ${next.awaited ? "awaited" : "soon"}`,
  text: filled(next.awaited ? words.nudged : words.nudgedNow, next, locale),
});

/** Says on every page that a talk is near, and leads into its room as soon as that is open. */
export function TalkBanner({ words, locale, roomOf }: TalkBannerProps) {
  const next = useNextTalk();
  const shown = next !== null && next.eventSlug !== roomOf && isShown(next, Date.now());
  const prefix = locale === "de" ? "" : `/${locale}`;
  const path = next?.roomOpen ? `/room/${next.eventSlug}` : `/me/talks/${next?.meetingId}`;
  const to = `${prefix}${path}`;
  const reminder = useTalkNotification(next && { ...next, ...noticeOf(next, words, locale), to });
  return (
    <aside aria-label={words.label} hidden={!shown}>
      {shown ? (
        <div className="talkbar">
          <div className="wrap talkbar__in">
            <b role="status">{filled(textOf(words, next), next, locale)}</b>
            {reminder.canAsk ? (
              <button type="button" className={buttonClass({ size: "sm" })} onClick={reminder.ask}>
                {words.allow}
              </button>
            ) : null}
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
