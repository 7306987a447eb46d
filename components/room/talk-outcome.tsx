"use client";

import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { postTalk } from "@/components/room/post-talk";
import { TalkContact } from "@/components/room/talk-contact";
import { useUnratedTalk } from "@/components/room/use-talks";
import { namesText } from "@/components/talks/talk-names";
import { Button } from "@/components/ui/button";
import { outcomes } from "@/domain/matchmaking/rules/afterwards";
import { useServerNow } from "@/realtime/hooks/use-server-now";
import type { RoomTalk } from "@/realtime/room-api";

/** Long enough to change one's mind and to give one's address; then the stage is free again. */
const THANKS_MS = 20_000;

/** After a talk, wherever the person is then: what came of it, in one tap. What was chosen stays to be seen. */
export function TalkOutcome({ floating = false }: { floating?: boolean }) {
  const unrated = useUnratedTalk(useServerNow(5000), !floating);
  const [judged, setJudged] = useState<RoomTalk | null>(null);
  const [closed, setClosed] = useState<string | null>(null);
  const talk = unrated ?? judged;
  useEffect(() => {
    if (!judged || !floating) return;
    const timer = setTimeout(() => setClosed(judged.meetingId), THANKS_MS);
    return () => clearTimeout(timer);
  }, [judged, floating]);
  if (!talk || talk.meetingId === closed) return null;
  return (
    <Question
      key={talk.meetingId}
      talk={talk}
      onSaved={() => setJudged(talk)}
      close={floating ? () => setClosed(talk.meetingId) : undefined}
    />
  );
}

type QuestionProps = { talk: RoomTalk; onSaved: () => void; close: (() => void) | undefined };

function Question({ talk, onSaved, close }: QuestionProps) {
  const t = useTranslations("room.talk");
  const locale = useLocale();
  const tPlan = useTranslations("talks.plan");
  const { saved, failed, save } = useOutcome(talk.meetingId, onSaved);
  const title = `outcome-${talk.meetingId}`;
  return (
    <section className={close ? "rm-outcome rm-outcome--floating" : "rm-outcome"} aria-labelledby={title}>
      <header>
        <h2 id={title}>{t("over", { name: namesText(locale, [talk.partner.name, ...talk.others]).name })}</h2>
        {close ? (
          <button type="button" className="rm-icon-btn" aria-label={t("outcomeClose")} onClick={close}>
            <X className="icon" aria-hidden />
          </button>
        ) : null}
      </header>
      <p>{saved ? t("outcomeSaved") : tPlan("outcomeQuestion")}</p>
      <div className="rm-outcome__choices">
        {outcomes.map((outcome) => (
          <Button key={outcome} size="sm" aria-pressed={saved === outcome} onClick={() => void save(outcome)}>
            {tPlan(`outcomes.${outcome}`)}
          </Button>
        ))}
      </div>
      {failed ? <p role="alert">{t("outcomeFailed")}</p> : null}
      <TalkContact talk={talk} />
      <p className="rm-hint">{tPlan("outcomeHint")}</p>
    </section>
  );
}

type Outcome = (typeof outcomes)[number];

/** Shown as chosen at once, whenever the list of talks is read again. */
function useOutcome(meetingId: string, onSaved: () => void) {
  const [saved, setSaved] = useState<Outcome | null>(null);
  const [failed, setFailed] = useState(false);
  const save = async (outcome: Outcome) => {
    const { ok } = await postTalk(meetingId, "outcome", { outcome });
    setFailed(!ok);
    if (!ok) return;
    setSaved(outcome);
    onSaved();
  };
  return { saved, failed, save };
}
