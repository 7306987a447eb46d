"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Counts } from "@/components/desk/import-report";
import type { Imported, ReadState } from "@/components/desk/import-step";
import { useFieldErrors } from "@/components/registration/field-errors";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "@/domain/kernel/form";
import { importFields } from "@/domain/registration/schema";

type ImportApplyProps = {
  state: ReadState;
  applyAction: (state: FormState<Imported>, form: FormData) => Promise<FormState<Imported>>;
  event: ReactNode;
  once: ReactNode;
};

/** The press that writes, with exactly what the report was about. */
export function ImportApply({ state, applyAction, event, once }: ImportApplyProps) {
  const t = useTranslations("people.import");
  const [answer, apply, pending] = useActionState<FormState<Imported>, FormData>(applyAction, {
    status: "idle",
  });
  const { problems } = useFieldErrors(answer.status === "failed" ? answer : undefined);
  const { counts, columns, delimiter } = state.preview;
  const entered = counts.confirmed + counts.waiting + counts.changed;
  if (answer.status === "done") return <Done counts={answer.value.counts} />;
  if (entered === 0) return <Notice>{t("nothing")}</Notice>;
  return (
    <form className="form" action={apply}>
      {problems.length > 0 ? (
        <Notice tone="danger" role="alert">
          {problems.map(({ text }) => text).join(" ")}
        </Notice>
      ) : null}
      {event}
      {once}
      <textarea name="text" hidden readOnly value={state.text} />
      <input type="hidden" name="delimiter" value={delimiter} />
      {importFields.map((field) => (
        <input key={field} type="hidden" name={`columns.${field}`} value={columns[field] ?? ""} />
      ))}
      <p className="small muted">{t("mails")}</p>
      <Button type="submit" variant="primary" aria-disabled={pending}>
        {t("apply", { count: entered })}
      </Button>
    </form>
  );
}

function Done({ counts }: Pick<Imported, "counts">) {
  const t = useTranslations("people.import");
  return (
    <Notice tone="success" role="status" title={t("done", { count: counts.confirmed + counts.waiting })}>
      <Counts counts={counts} />
    </Notice>
  );
}
