"use client";

import { useLocale, useTranslations } from "next-intl";
import { TalkProblem } from "@/components/room/talk-problem";
import { useTalkAct } from "@/components/room/talk-waiting";
import { useThisTalk } from "@/components/room/use-talks";
import { namesText } from "@/components/talks/talk-names";
import { Button } from "@/components/ui/button";
import type { RoomTalk } from "@/realtime/room-api";

/** Near the end of a talk whose people are all free: one asks for ten minutes more, the others say yes. */
export function TalkMore() {
  const talk = useThisTalk();
  return talk?.going.canExtend ? <More key={`${talk.meetingId} ${talk.endsAt}`} talk={talk} /> : null;
}

/** The same as a bar of its own, as long as the end is minutes away. */
export function TalkMoreBar() {
  const t = useTranslations("room.talk");
  const talk = useThisTalk();
  if (!talk?.going.canExtend) return null;
  return (
    <section className="rm-endbar rm-endbar--talk" aria-label={t("moreLabel")} data-testid="talk-more">
      <TalkMore />
    </section>
  );
}

function More({ talk }: { talk: RoomTalk }) {
  const t = useTranslations("room.talk");
  const { busy, problem, act } = useTalkAct(talk.meetingId);
  const locale = useLocale();
  const { mine, said, open } = talk.going.extension;
  const isWanted = said.length > 0;
  return (
    <>
      {mine ? <p role="status">{t("moreAsked", namesText(locale, open))}</p> : null}
      {isWanted && !mine ? <p role="status">{t("moreWanted", namesText(locale, said))}</p> : null}
      {isWanted || mine ? null : <p>{t("moreFree", { count: 1 + talk.others.length })}</p>}
      {mine ? null : (
        <Button disabled={busy} onClick={() => void act("extend")}>
          {t(isWanted ? "moreAgree" : "moreAsk")}
        </Button>
      )}
      <TalkProblem reason={problem} />
    </>
  );
}
