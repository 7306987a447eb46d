import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Counts } from "@/components/desk/import-report";
import type { Imported, ReadState } from "@/components/desk/import-step";
import { useFieldErrors } from "@/components/registration/field-errors";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "@/domain/kernel/form";
import { importFields } from "@/domain/registration/rules/import";

type ImportApplyProps = {
  state: ReadState;
  answer: FormState<Imported>;
  apply: (form: FormData) => void;
  applying: boolean;
  event: ReactNode;
  once: ReactNode;
};

/** The press that writes, with exactly what the report was about. */
export function ImportApply({ state, answer, apply, applying, event, once }: ImportApplyProps) {
  const t = useTranslations("people.import");
  const { counts, columns, delimiter } = state.preview;
  const entered = counts.confirmed + counts.waiting + counts.changed;
  if (entered === 0) return <Notice>{t("nothing")}</Notice>;
  return (
    <form className="form deskform" action={apply}>
      {answer.status === "failed" ? <ApplyRefusal answer={answer} /> : null}
      {event}
      {once}
      <textarea name="text" hidden readOnly value={state.text} />
      <input type="hidden" name="delimiter" value={delimiter} />
      {importFields.map((field) => (
        <input key={field} type="hidden" name={`columns.${field}`} value={columns[field] ?? ""} />
      ))}
      <p className="small muted">{t("mails")}</p>
      <Button type="submit" variant="primary" aria-disabled={applying}>
        {t("apply", { count: entered })}
      </Button>
    </form>
  );
}

type Refused = Extract<FormState<Imported>, { status: "failed" }>;

/** Why nothing was entered. */
export function ApplyRefusal({ answer }: { answer: Refused }) {
  const { problems } = useFieldErrors(answer);
  return (
    <Notice tone="danger" role="alert">
      {problems.map(({ text }) => text).join(" ")}
    </Notice>
  );
}

/** What has become of the file, and the way to the next one. */
export function ImportDone({ counts, again }: Pick<Imported, "counts"> & { again: string }) {
  const t = useTranslations("people.import");
  return (
    <div className="stack gap-3">
      <Notice tone="success" role="status" title={t("done", { count: counts.confirmed + counts.waiting })}>
        <Counts counts={counts} />
      </Notice>
      <p>
        <a href={again}>{t("another")}</a>
      </p>
    </div>
  );
}
