"use client";

import { EllipsisVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MergeDialog } from "@/components/room/question-merge";
import { shortOf } from "@/components/room/question-text";
import { RoomMenu, RoomMenuItem } from "@/components/room/room-menu";
import type { Act } from "@/components/room/use-question-act";
import { WritingDialog } from "@/components/room/writing-dialog";
import { Button } from "@/components/ui/button";
import type { RoomQuestion } from "@/realtime/audience-api";

type Step =
  | "approve"
  | "on_air"
  | "answer"
  | "dismiss"
  | "reopen"
  | "off_air"
  | "pin"
  | "unpin"
  | "merge"
  | "stop"
  | "unstop";
type State = RoomQuestion["state"];

/** The next thing to do stands as a button, the rest in the menu. */
const NEXT: Record<State, Step> = {
  waiting: "approve",
  new: "on_air",
  on_air: "answer",
  answered: "reopen",
  dismissed: "reopen",
};
const REST: Record<State, readonly Step[]> = {
  waiting: ["on_air", "answer", "merge", "dismiss"],
  new: ["answer", "merge", "dismiss"],
  on_air: ["off_air", "dismiss"],
  answered: ["dismiss"],
  dismissed: [],
};
const MOST = 2000;

/** What hosts do with a question: approve, bring on stage, answer aloud or in writing, merge, dismiss, and each of it back. */
export function HostActions({ question, act }: { question: RoomQuestion; act: Act }) {
  const t = useTranslations("audience");
  const [open, setOpen] = useState<"write" | "merge" | null>(null);
  const { state, pinned } = question;
  const text = shortOf(question);
  const run = (step: Step) => {
    if (step === "merge") setOpen("merge");
    else void act(step === "off_air" ? "reopen" : step);
  };
  const pin = pinned ? "unpin" : "pin";
  const isPinnable = state === "new" || state === "on_air" || state === "answered";
  const hasWritten = state === "answered" && question.answer !== null;
  return (
    <div className="rm-question__actions">
      <Button
        size="xs"
        variant={state === "on_air" ? "primary" : "soft"}
        aria-label={t("act.named", { action: t(`act.${NEXT[state]}`), text })}
        onClick={() => run(NEXT[state])}
      >
        {t(`act.${NEXT[state]}`)}
      </Button>
      <RoomMenu
        label={t("question.actions", { text })}
        trigger={<EllipsisVertical className="icon icon--sm" aria-hidden />}
      >
        {state === "dismissed" ? null : (
          <RoomMenuItem onClick={() => setOpen("write")}>
            {t(hasWritten ? "act.rewrite" : "act.write")}
          </RoomMenuItem>
        )}
        {isPinnable ? <RoomMenuItem onClick={() => run(pin)}>{t(`act.${pin}`)}</RoomMenuItem> : null}
        {question.mine ? null : (
          <RoomMenuItem onClick={() => run(question.stopped ? "unstop" : "stop")}>
            {t(question.stopped ? "act.unstop" : "act.stop")}
          </RoomMenuItem>
        )}
        {REST[state].map((step) => (
          <RoomMenuItem key={step} danger={step === "dismiss"} onClick={() => run(step)}>
            {t(`act.${step}`)}
          </RoomMenuItem>
        ))}
      </RoomMenu>
      <WritingDialog
        open={open === "write"}
        onClose={() => setOpen(null)}
        words={{
          ...{ title: t("write.title"), label: t("write.label") },
          ...{ send: t("write.send"), hint: t("write.hint") },
        }}
        text={question.answer ?? ""}
        most={MOST}
        onSend={(answer) => act("answer", { answer })}
      />
      <MergeDialog question={question} open={open === "merge"} onClose={() => setOpen(null)} act={act} />
    </div>
  );
}
