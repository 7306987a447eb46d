"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { PlanMatrix } from "@/domain/matchmaking/labels";
import { DeskDialog } from "./desk-dialog";
import { PlanRefusal } from "./plan-refusal";
import type { Plan } from "./use-plan";

type PublishBarProps = { matrix: PlanMatrix; plan: Plan };
type Asking = "publish" | "discard" | undefined;

/** What the draft changes for people, and the ways out of it: publish, step back, throw away. */
export function PublishBar({ matrix, plan }: PublishBarProps) {
  const t = useTranslations("plan.desk");
  const [asking, setAsking] = useState<Asking>();
  const { act, failure, forget } = plan;
  const ask = (next: Asking) => {
    forget();
    setAsking(next);
  };
  const { draft, version, eventId } = matrix;
  const close = () => ask(undefined);
  if (!draft) {
    return <p className="muted small">{version === null ? t("noPlan") : t("published", { version })}</p>;
  }
  const difference = t("difference", { changed: draft.changed, mails: draft.mails });
  return (
    <section className="plan__publish" aria-label={t("draft")}>
      <div className="grow">
        <b>{difference}</b>
        <p className="small muted">{version === null ? t("draftFirst") : t("draftSince", { version })}</p>
      </div>
      {draft.canUndo ? (
        <Button size="sm" onClick={() => act("undo", { eventId })}>
          {t("undo")}
        </Button>
      ) : null}
      <Button size="sm" variant="danger-quiet" onClick={() => ask("discard")}>
        {t("discard")}
      </Button>
      <Button size="sm" variant="match" onClick={() => ask("publish")}>
        {t("publish")}
      </Button>
      <DeskDialog open={asking === "publish"} onClose={close} title={t("publishTitle")}>
        <PlanRefusal failure={failure} />
        <p className="strong">{difference}</p>
        <p className="muted">{t("publishText", { mails: draft.mails })}</p>
        <Ends
          {...{ close }}
          label={t("publishNow")}
          variant="match"
          onClick={() => act("publish", { eventId, seen: draft.version }, close)}
        />
      </DeskDialog>
      <DeskDialog open={asking === "discard"} onClose={close} title={t("discardTitle")}>
        <PlanRefusal failure={failure} />
        <p className="muted">{t("discardText")}</p>
        <Ends
          {...{ close }}
          label={t("discardNow")}
          variant="danger"
          onClick={() => act("discard", { eventId }, close)}
        />
      </DeskDialog>
    </section>
  );
}

type EndsProps = { close: () => void; label: string; variant: "match" | "danger"; onClick: () => void };

function Ends({ close, label, variant, onClick }: EndsProps) {
  const t = useTranslations("plan.desk");
  return (
    <div className="dialog__actions">
      <Button onClick={close}>{t("back")}</Button>
      <Button {...{ variant, onClick }}>{label}</Button>
    </div>
  );
}
