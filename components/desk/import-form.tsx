"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, type ReactNode, useActionState } from "react";
import { ApplyRefusal, ImportApply, ImportDone } from "@/components/desk/import-apply";
import { ImportMapping } from "@/components/desk/import-mapping";
import { ImportReport } from "@/components/desk/import-report";
import type { Imported, StepProps } from "@/components/desk/import-step";
import { type RefusedForm, useFieldErrors } from "@/components/registration/field-errors";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import type { FormState } from "@/domain/kernel/form";
import type { ImportState } from "@/domain/registration/queries/import-preview";

type Action<State> = (state: State, form: FormData) => Promise<State>;

type ImportFormProps = {
  eventId: string;
  readAction: Action<ImportState>;
  applyAction: Action<FormState<Imported>>;
  /** Address of this page, for another file. */
  again: string;
  /** The key of one intention, made where the page is rendered. */
  once: ReactNode;
};

/**
 * A file, then what it would do, then doing it. Every step is a form that posts, so it also goes without scripts; then
 * only the answer to the last post is there, and the text that it carried.
 */
export function ImportForm({ eventId, readAction, applyAction, again, once }: ImportFormProps) {
  const [state, read, pending] = useActionState<ImportState, FormData>(readAction, { status: "idle" });
  const [answer, apply, applying] = useActionState<FormState<Imported>, FormData>(applyAction, {
    status: "idle",
  });
  const event = <input type="hidden" name="eventId" value={eventId} />;
  if (answer.status === "done") return <ImportDone counts={answer.value.counts} again={again} />;
  if (state.status !== "read")
    return (
      <>
        {answer.status === "failed" ? <ApplyRefusal answer={answer} /> : null}
        <FileForm {...{ state, read, pending, event }} />
      </>
    );
  return (
    <div className="stack gap-6">
      <ImportMapping {...{ state, read, pending, event }} />
      <ImportReport preview={state.preview} />
      <ImportApply {...{ state, answer, apply, applying, event, once }} />
    </div>
  );
}

/** A request of ours may be a megabyte, with all that goes along. */
const MOST_BYTES = 900_000;

function FileForm({
  state,
  read,
  pending,
  event,
}: StepProps & { state: Exclude<ImportState, { status: "read" }> }) {
  const t = useTranslations("people.import");
  const weigh = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const isHeavy = (input.files?.[0]?.size ?? 0) > MOST_BYTES;
    input.setCustomValidity(isHeavy ? t("tooBig") : "");
    if (isHeavy) input.reportValidity();
  };
  return (
    <form className="form deskform" action={read}>
      {state.status === "refused" ? <Refusal {...state} /> : null}
      {event}
      <Field
        label={t("file")}
        name="file"
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        onChange={weigh}
      />
      <TextArea
        label={t("paste")}
        hint={t("pasteHint")}
        name="text"
        rows={5}
        spellCheck={false}
        defaultValue={state.status === "refused" ? state.text : ""}
      />
      <Button type="submit" variant="primary" aria-disabled={pending}>
        {t("read")}
      </Button>
    </form>
  );
}

function Refusal({ reason, line }: { reason: string; line?: number | undefined }) {
  const t = useTranslations("people.import");
  const refused: RefusedForm = { entered: {}, lists: {}, failure: { kind: "invalid", reason } };
  const { problems } = useFieldErrors(refused);
  return (
    <Notice tone="danger" role="alert">
      {problems.map(({ text }) => text).join(" ")} {line === undefined ? null : t("line", { line })}
    </Notice>
  );
}
