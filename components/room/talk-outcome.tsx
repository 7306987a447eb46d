"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useUnratedTalk } from "@/components/room/use-talks";
import { Button } from "@/components/ui/button";
import { outcomes } from "@/domain/matchmaking/schema";
import { useServerNow } from "@/realtime/hooks/use-server-now";
import type { RoomTalk } from "@/realtime/room-api";

/** After a talk, wherever the person is then: what came of it, in one tap. */
export function TalkOutcome({ floating = false }: { floating?: boolean }) {
  const talk = useUnratedTalk(useServerNow(5000), !floating);
  const [closed, setClosed] = useState<string | null>(null);
  if (!talk || talk.meetingId === closed) return null;
  return <Question talk={talk} close={floating ? () => setClosed(talk.meetingId) : undefined} />;
}

function Question({ talk, close }: { talk: RoomTalk; close: (() => void) | undefined }) {
  const t = useTranslations("room.talk");
  const tPlan = useTranslations("talks.plan");
  const { saved, failed, save } = useOutcome(talk.meetingId);
  const title = `outcome-${talk.meetingId}`;
  return (
    <section className={close ? "rm-outcome rm-outcome--floating" : "rm-outcome"} aria-labelledby={title}>
      <header>
        <h2 id={title}>{t("over", { name: talk.partner.name })}</h2>
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
      <p className="rm-hint">{tPlan("outcomeHint")}</p>
    </section>
  );
}

type Outcome = (typeof outcomes)[number];

/** Shown as chosen at once; the list of talks is read again later, so that the thanks stay for a while. */
function useOutcome(meetingId: string) {
  const [saved, setSaved] = useState<Outcome | null>(null);
  const [failed, setFailed] = useState(false);
  const save = async (outcome: Outcome) => {
    const reply = await post(`/api/meetings/${meetingId}/outcome`, { outcome });
    setFailed(!reply);
    if (reply) setSaved(outcome);
  };
  return { saved, failed, save };
}

const post = (url: string, body: object): Promise<boolean> =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
  }).then(
    (response) => response.ok,
    () => false,
  );
