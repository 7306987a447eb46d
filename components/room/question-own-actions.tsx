"use client";

import { EllipsisVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { shortOf } from "@/components/room/question-text";
import { RoomDialog } from "@/components/room/room-dialog";
import { RoomMenu, RoomMenuItem } from "@/components/room/room-menu";
import type { Act } from "@/components/room/use-question-act";
import { WritingDialog } from "@/components/room/writing-dialog";
import { Button } from "@/components/ui/button";
import type { RoomQuestion } from "@/realtime/audience-api";

const MOST = 500;

/** What whoever asked can do: word it anew until it is on the stage, take it back until it is settled. */
export function OwnActions({ question, act }: { question: RoomQuestion; act: Act }) {
  const t = useTranslations("audience");
  const [open, setOpen] = useState<"edit" | "withdraw" | null>(null);
  const { state, pinned, mergedIntoId } = question;
  if (state === "answered" || state === "dismissed") return null;
  const isEditable = state !== "on_air" && !pinned && mergedIntoId === null;
  const close = () => setOpen(null);
  return (
    <>
      <RoomMenu
        label={t("question.actions", { text: shortOf(question) })}
        trigger={<EllipsisVertical className="icon icon--sm" aria-hidden />}
      >
        {isEditable ? <RoomMenuItem onClick={() => setOpen("edit")}>{t("act.edit")}</RoomMenuItem> : null}
        <RoomMenuItem danger onClick={() => setOpen("withdraw")}>
          {t("act.withdraw")}
        </RoomMenuItem>
      </RoomMenu>
      <WritingDialog
        open={open === "edit"}
        onClose={close}
        words={{ title: t("ask.editTitle"), label: t("ask.label"), send: t("act.save") }}
        text={question.text}
        most={MOST}
        onSend={(text) => act("edit", { text })}
      />
      <RoomDialog open={open === "withdraw"} onClose={close} title={t("act.withdrawAsk")}>
        <p>{t("act.withdrawText")}</p>
        <div className="rm-actions">
          <Button
            variant="danger"
            onClick={() => {
              close();
              void act("withdraw");
            }}
          >
            {t("act.withdrawYes")}
          </Button>
          <Button onClick={close}>{t("act.cancel")}</Button>
        </div>
      </RoomDialog>
    </>
  );
}
