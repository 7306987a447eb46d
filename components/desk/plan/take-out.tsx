"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DeskDialog } from "./desk-dialog";
import { DialogEnds } from "./dialog-ends";

/** Takes a talk out of its time: apart from moving it, and only after a question. */
export function TakeOut({ names, onTakeOut }: { names: string; onTakeOut: () => void }) {
  const t = useTranslations("plan.desk");
  const [isAsking, ask] = useState(false);
  const close = () => ask(false);
  return (
    <>
      <Button size="sm" variant="danger-quiet" className="plan__takeout" onClick={() => ask(true)}>
        {t("takeOut")}
      </Button>
      <DeskDialog open={isAsking} onClose={close} title={t("takeOutTitle")}>
        <p className="strong">{names}</p>
        <p className="muted">{t("takeOutText")}</p>
        <DialogEnds
          {...{ close }}
          label={t("takeOutNow")}
          variant="danger"
          onClick={() => {
            close();
            onTakeOut();
          }}
        />
      </DeskDialog>
    </>
  );
}
