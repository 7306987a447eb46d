"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRoomEvent } from "@/components/room/room-event-context";
import { Button } from "@/components/ui/button";
import { useSpeak } from "@/components/ui/live-regions";
import { scores } from "@/domain/attendance/rules/feedback";
import { post } from "@/realtime/client/http-control";

/** How it was, while it is fresh: one click, which another one changes. Words can follow on the page of the registration. */
export function OneClickFeedback() {
  const { registrationId, startsAt } = useRoomEvent();
  const [hasBegun] = useState(() => Date.now() >= Date.parse(startsAt));
  return registrationId && hasBegun ? <Steps registrationId={registrationId} /> : null;
}

function Steps({ registrationId }: { registrationId: string }) {
  const t = useTranslations("afterwards.feedback");
  const speak = useSpeak();
  const [given, setGiven] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  const give = async (score: number) => {
    const reply = await post(`/api/registrations/${registrationId}/feedback`, { score });
    setFailed(!reply.ok);
    if (!reply.ok) return;
    setGiven(score);
    speak(t("thanks"));
  };
  return (
    <fieldset className="rm-feedback">
      <legend>{t("title")}</legend>
      {scores.map((step) => (
        <Button
          key={step}
          size="sm"
          variant={step === given ? "primary" : "secondary"}
          aria-pressed={step === given}
          onClick={() => void give(step)}
        >
          {t(`scores.${step}`)}
        </Button>
      ))}
      <p className="rm-hint">{given === null ? t("text") : `${t("thanks")} ${t("change")}`}</p>
      {failed ? (
        <p className="rm-problem" role="alert">
          {t("failed")}
        </p>
      ) : null}
    </fieldset>
  );
}
