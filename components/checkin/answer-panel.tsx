"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";
import type deCheckIn from "@/messages/de/checkin.json";
import { useClock, useDoorPlace } from "./door-context";
import { DoorForm } from "./door-form";
import { type Shown, type Undoable, undoableOf } from "./door-session";

type Look = { tone: "good" | "look" | "stop"; icon: IconName };
const LOOKS: Record<Shown["state"], Look> = {
  in: { tone: "good", icon: "check-circle" },
  noted: { tone: "good", icon: "wifi-off" },
  already: { tone: "look", icon: "clock" },
  undone: { tone: "look", icon: "undo" },
  changed: { tone: "look", icon: "refresh" },
  out: { tone: "look", icon: "undo" },
  lost: { tone: "stop", icon: "alert" },
  refused: { tone: "stop", icon: "alert-circle" },
};

type ReasonKey = keyof (typeof deCheckIn)["reasons"];

function useAnswer(): (shown: Shown) => string {
  const t = useTranslations("checkin");
  const clock = useClock();
  const isReason = (key: string): key is ReasonKey => t.has(`reasons.${key as ReasonKey}`);
  return (shown) => {
    if (shown.state === "refused")
      return isReason(shown.reason) ? t(`reasons.${shown.reason}`) : t("reasons.input");
    return t(`answer.${shown.state}`, { time: "at" in shown && shown.at !== "" ? clock(shown.at) : "" });
  };
}

type AnswerPanelProps = { shown: Shown | undefined; onUndo: (entry: Undoable) => void };

/** The answer to the last scan, large enough to be read at arm's length; read out as soon as it is there. */
export function AnswerPanel({ shown, onUndo }: AnswerPanelProps) {
  const t = useTranslations("checkin");
  const { badges } = useDoorPlace();
  const words = useAnswer();
  const look = shown && LOOKS[shown.state];
  const entry = shown && undoableOf(shown);
  return (
    <div className={`answer answer--${look?.tone ?? "idle"}`} data-state={shown?.state ?? "idle"}>
      <div role="status" aria-live="assertive" className="answer__text">
        {shown && look ? (
          <>
            <Icon name={look.icon} size="lg" />
            <p className="answer__word">{words(shown)}</p>
            {shown.name ? <p className="answer__name">{shown.name}</p> : null}
            {shown.organisation ? <p className="muted">{shown.organisation}</p> : null}
          </>
        ) : (
          <p className="muted">{t("answer.idle")}</p>
        )}
      </div>
      {entry ? (
        <div className="row gap-2">
          <DoorForm
            path="/undo"
            fields={{ registrationId: entry.registrationId ?? "", at: entry.at }}
            onSend={() => onUndo(entry)}
          >
            <Button type="submit" size="sm">
              <Icon name="undo" size="sm" />
              {t("undo")}
            </Button>
          </DoorForm>
          {entry.registrationId ? (
            <ButtonLink size="sm" variant="quiet" href={`${badges}?only=${entry.registrationId}`}>
              {t("badge")}
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
