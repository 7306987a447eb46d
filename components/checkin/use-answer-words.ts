"use client";

import { useTranslations } from "next-intl";
import type { IconName } from "@/components/ui/icon";
import type deCheckIn from "@/messages/de/checkin.json";
import { useClock } from "./door-context";
import type { Shown } from "./door-session";

type Look = { tone: "good" | "look" | "stop"; icon: IconName };

export const answerLooks: Record<Shown["state"], Look> = {
  in: { tone: "good", icon: "check-circle" },
  noted: { tone: "good", icon: "wifi-off" },
  already: { tone: "look", icon: "alert-circle" },
  undone: { tone: "look", icon: "undo" },
  changed: { tone: "look", icon: "refresh" },
  out: { tone: "look", icon: "undo" },
  lost: { tone: "stop", icon: "alert" },
  refused: { tone: "stop", icon: "alert-circle" },
};

type ReasonKey = keyof (typeof deCheckIn)["reasons"];

/** The words for an answer, in the person's language and by the clock of the event. */
export function useAnswerWords(): (shown: Shown) => string {
  const t = useTranslations("checkin");
  const clock = useClock();
  const isReason = (key: string): key is ReasonKey => t.has(`reasons.${key as ReasonKey}`);
  return (shown) => {
    if (shown.state === "refused")
      return isReason(shown.reason) ? t(`reasons.${shown.reason}`) : t("reasons.input");
    return t(`answer.${shown.state}`, { time: "at" in shown && shown.at !== "" ? clock(shown.at) : "" });
  };
}
