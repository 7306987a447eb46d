"use client";

import { useLocale, useTranslations } from "next-intl";
import { TalkProblem } from "@/components/room/talk-problem";
import { useTalkAct } from "@/components/room/talk-waiting";
import { namesText } from "@/components/talks/talk-names";
import { Button, buttonClass } from "@/components/ui/button";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import type { RoomTalk } from "@/realtime/room-api";

/** After a talk: giving one's address to the others, and those of who has done the same. */
export function TalkContact({ talk }: { talk: RoomTalk }) {
  const t = useTranslations("talks.contact");
  const locale = localeOf(useLocale());
  const { busy, problem, act } = useTalkAct(talk.meetingId);
  const { mine, said, open } = talk.going.contact;
  const isWanted = said.length > 0;
  return (
    <div className="rm-outcome__choices" data-testid="talk-contact">
      {mine && isWanted ? (
        <a className={buttonClass({ size: "sm" })} href={`/api/meetings/${talk.meetingId}/contact`} download>
          {t("download", namesText(locale, said))}
        </a>
      ) : null}
      {mine && open.length > 0 ? <p role="status">{t("given", namesText(locale, open))}</p> : null}
      {mine ? null : (
        <Button size="sm" disabled={busy} onClick={() => void act("contact", { share: "yes" })}>
          {t(isWanted ? "agree" : "share", namesText(locale, [talk.partner.name, ...talk.others]))}
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
