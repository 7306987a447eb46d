"use client";

import { useLocale, useTranslations } from "next-intl";
import { TalkProblem } from "@/components/room/talk-problem";
import { useTalkAct } from "@/components/room/talk-waiting";
import { Button, buttonClass } from "@/components/ui/button";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import type { RoomTalk } from "@/realtime/room-api";

/** After a talk: giving one's address to the other side, and theirs once both have. */
export function TalkContact({ talk }: { talk: RoomTalk }) {
  const t = useTranslations("talks.contact");
  const locale = localeOf(useLocale());
  const { busy, problem, act } = useTalkAct(talk.meetingId);
  const { mine, theirs } = talk.going.contact;
  const name = talk.partner.name;
  return (
    <div className="rm-outcome__choices" data-testid="talk-contact">
      {mine && theirs ? (
        <a className={buttonClass({ size: "sm" })} href={`/api/meetings/${talk.meetingId}/contact`} download>
          {t("download", { name })}
        </a>
      ) : null}
      {mine && !theirs ? <p role="status">{t("given", { name })}</p> : null}
      {mine ? null : (
        <Button size="sm" disabled={busy} onClick={() => void act("contact", { share: "yes" })}>
          {t(theirs ? "agree" : "share", { name })}
        </Button>
      )}
      <a
        className={buttonClass({ size: "sm" })}
        href={href(locale, `/me/talks/${talk.meetingId}`)}
        target="_blank"
        rel="noreferrer"
      >
        {t("more")}
      </a>
      <TalkProblem reason={problem} />
    </div>
  );
}
