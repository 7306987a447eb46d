"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useDoorPlace } from "./door-context";
import { DoorForm } from "./door-form";
import { type Shown, type Undoable, undoableOf } from "./door-session";
import { drawerOf } from "./find-people";
import { answerLooks, useAnswerWords } from "./use-answer-words";

type AnswerTextProps = { shown: Shown };

function AnswerText({ shown }: AnswerTextProps) {
  const t = useTranslations("checkin");
  const { badges } = useDoorPlace();
  const words = useAnswerWords();
  const isIn = shown.state === "in" || shown.state === "noted";
  return (
    <>
      {shown.name ? <b className="answer__name">{shown.name}</b> : null}
      {shown.organisation ? <span>{shown.organisation}</span> : null}
      <span className="answer__word">{words(shown)}</span>
      {isIn && shown.name ? (
        <span className="small">{t("drawer", { letter: drawerOf(shown.name) })}</span>
      ) : null}
      {isIn && shown.registrationId ? (
        <a className="small" href={`${badges}?only=${shown.registrationId}`}>
          {t("badge")}
        </a>
      ) : null}
    </>
  );
}

type AnswerPanelProps = { shown: Shown | undefined; onUndo: (entry: Undoable) => void };

/** The answer to the last scan, large enough to be read at arm's length; read out as soon as it is there. */
export function AnswerPanel({ shown, onUndo }: AnswerPanelProps) {
  const t = useTranslations("checkin");
  const look = shown && answerLooks[shown.state];
  const entry = shown && undoableOf(shown);
  return (
    <div className={`answer answer--${look?.tone ?? "idle"}`} data-state={shown?.state ?? "idle"}>
      {look ? (
        <span className="answer__mark">
          <Icon name={look.icon} size="lg" />
        </span>
      ) : null}
      <div role="status" aria-live="assertive" className="answer__text">
        {shown ? <AnswerText shown={shown} /> : <span className="muted">{t("answer.idle")}</span>}
      </div>
      {entry ? (
        <DoorForm
          path="/undo"
          fields={{ registrationId: entry.registrationId ?? "", at: entry.at }}
          onSend={() => onUndo(entry)}
        >
          <Button type="submit" size="sm" className="ctl">
            {t("undo")}
          </Button>
        </DoorForm>
      ) : null}
    </div>
  );
}
