"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { PlanMatrix } from "@/domain/matchmaking/labels";
import { DeskDialog } from "./desk-dialog";
import { DialogEnds } from "./dialog-ends";
import { Differences, DraftCounts } from "./draft-differences";
import { UNDOES_ID } from "./draft-notes";
import type { SlotWords, TalkWords } from "./matrix-words";
import { PlanRefusal } from "./plan-refusal";
import { TalksInTheWay } from "./talks-in-the-way";
import { useBarSpace } from "./use-bar-space";
import type { Plan } from "./use-plan";

type PublishBarProps = {
  matrix: PlanMatrix;
  plan: Plan;
  slots: readonly SlotWords[];
  words: TalkWords;
  /** What the last change comes back to, in words. */
  undoes: string | undefined;
  /** What was done last. */
  last: string;
};
type Asking = "publish" | "discard" | undefined;

/**
 * What the draft changes for people, and the ways out of it: publish, step back, throw away; without one, the way into it. It stays
 * at the lower edge however long the matrix is, and follows it by Tab.
 */
export function PublishBar(props: PublishBarProps) {
  const { matrix, plan, slots, words, undoes, last } = props;
  const t = useTranslations("plan.desk");
  const bar = useRef<HTMLElement>(null);
  useBarSpace(bar, "--plan-publish");
  const [asking, setAsking] = useState<Asking>();
  const { act, failure, forget } = plan;
  const isOver = useRef(false);
  const ask = (next: Asking) => {
    forget();
    isOver.current = false;
    setAsking(next);
  };
  const { draft, eventId } = matrix;
  const close = () => ask(undefined);
  const end = () => {
    close();
    isOver.current = true;
  };
  const difference = draft ? t("difference", { changed: draft.changed, mails: draft.mails }) : "";
  // The button that opened the question is gone once there is no draft.
  const dialog = { onClose: close, finalFocus: () => (isOver.current || !draft ? bar.current : true) };
  return (
    <section ref={bar} className="plan__publish" aria-label={t("draft")} tabIndex={-1}>
      {last ? (
        <p className="plan__last small">
          <Icon name="check-circle" size="sm" /> {last}
        </p>
      ) : null}
      {draft ? (
        <DraftDeeds {...{ matrix, act, ask, undoes, difference }} />
      ) : (
        <Published {...{ matrix }} begin={() => act("begin", { eventId })} />
      )}
      <DeskDialog {...dialog} open={draft !== null && asking === "publish"} title={t("publishTitle")}>
        <PlanRefusal failure={failure}>
          <TalksInTheWay {...{ failure, matrix, slots, words }} />
        </PlanRefusal>
        <p className="strong">{difference}</p>
        {draft ? <DraftCounts draft={draft} /> : null}
        {draft ? <Differences {...{ slots, words }} differences={draft.differences} /> : null}
        <p className="muted">{t("publishText", { mails: draft?.mails ?? 0 })}</p>
        <p className="small muted">{t("publishFinal")}</p>
        <DialogEnds
          {...{ close }}
          label={t("publishNow")}
          variant="match"
          onClick={() => act("publish", { eventId, seen: draft?.version }, end)}
        />
      </DeskDialog>
      <DeskDialog {...dialog} open={draft !== null && asking === "discard"} title={t("discardTitle")}>
        <PlanRefusal failure={failure} />
        <p className="muted">{t("discardText")}</p>
        <DialogEnds
          {...{ close }}
          label={t("discardNow")}
          variant="danger"
          onClick={() => act("discard", { eventId }, end)}
        />
      </DeskDialog>
    </section>
  );
}

type DraftDeedsProps = {
  matrix: PlanMatrix;
  act: Plan["act"];
  ask: (next: Asking) => void;
  undoes: string | undefined;
  difference: string;
};

/** What can be done with a draft. The way back stays in its place when there is nothing to take back: it keeps the focus. */
function DraftDeeds({ matrix, act, ask, undoes, difference }: DraftDeedsProps) {
  const t = useTranslations("plan.desk");
  const { eventId } = matrix;
  return (
    <>
      <b className="grow">{difference}</b>
      <Button
        size="sm"
        aria-disabled={!undoes}
        aria-describedby={UNDOES_ID}
        onClick={() => {
          if (undoes) act("undo", { eventId });
        }}
      >
        <Icon name="undo" size="sm" />
        {t("undo")}
      </Button>
      <Button size="sm" variant="danger-quiet" onClick={() => ask("discard")}>
        {t("discard")}
      </Button>
      <Button size="sm" variant="match" onClick={() => ask("publish")}>
        {t("publish")}
      </Button>
    </>
  );
}

/** What people know, and that it can't be taken back but changed: a draft of it is a press away. */
function Published({ matrix: { version }, begin }: { matrix: PlanMatrix; begin: () => void }) {
  const t = useTranslations("plan.desk");
  if (version === null) return <p className="grow muted small">{t("noPlan")}</p>;
  return (
    <>
      <b className="grow">{t("published", { version })}</b>
      <Button size="sm" onClick={begin}>
        <Icon name="plus" size="sm" />
        {t("begin", { version })}
      </Button>
    </>
  );
}
