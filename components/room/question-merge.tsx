"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { likeness } from "@/components/room/question-groups";
import { RoomDialog } from "@/components/room/room-dialog";
import type { Act, QuestionProblem } from "@/components/room/use-question-act";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/check";
import type { RoomQuestion } from "@/realtime/audience-api";
import { useDocuments } from "@/realtime/hooks/use-room-session";

type MergeDialogProps = {
  question: RoomQuestion;
  open: boolean;
  onClose: () => void;
  act: Act;
};

/** Which question this one counts to from now on; those that ask something like it stand first. */
export function MergeDialog(props: MergeDialogProps) {
  const t = useTranslations("audience.merge");
  return (
    <RoomDialog open={props.open} onClose={props.onClose} title={t("title")}>
      {props.open ? <MergeForm {...props} /> : null}
    </RoomDialog>
  );
}

function MergeForm({ question, onClose, act }: MergeDialogProps) {
  const t = useTranslations("audience");
  const all = useDocuments((documents) => documents.questions);
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState<QuestionProblem | null>(null);
  const like = (one: RoomQuestion) => likeness(question.text, one.text);
  const others = all
    .filter((one) => one.id !== question.id && one.mergedIntoId === null)
    .filter(({ state }) => state === "waiting" || state === "new" || state === "on_air")
    .sort((one, other) => like(other) - like(one) || other.votes - one.votes);
  if (others.length === 0) return <p>{t("merge.none")}</p>;
  const merge = async () => {
    if (chosen === null) return;
    const found = await act("merge", { intoId: chosen });
    setProblem(found);
    if (found === null) onClose();
  };
  return (
    <>
      <p>
        <b>{question.text}</b>
      </p>
      <p className="rm-hint">{t("merge.text")}</p>
      <fieldset className="rm-choices">
        <legend className="rm-hint">{t("merge.likely")}</legend>
        {others.map((one) => (
          <Check
            key={one.id}
            type="radio"
            name="merge-into"
            label={one.text}
            hint={t("question.votes", { count: one.votes })}
            checked={chosen === one.id}
            onChange={() => setChosen(one.id)}
          />
        ))}
      </fieldset>
      {problem ? (
        <p className="rm-problem" role="alert">
          {t(`reasons.${problem}`)}
        </p>
      ) : null}
      <div className="rm-actions">
        <Button variant="primary" disabled={chosen === null} onClick={() => void merge()}>
          {t("merge.yes")}
        </Button>
        <Button onClick={onClose}>{t("act.cancel")}</Button>
      </div>
    </>
  );
}
