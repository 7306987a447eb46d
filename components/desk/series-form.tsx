"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import { planSeriesAction } from "@/actions/planning";
import { SeriesFile } from "@/components/desk/series-file";
import { SeriesPreview } from "@/components/desk/series-preview";
import { type RefusedForm, useFieldErrors } from "@/components/registration/field-errors";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { LiveErrorSummary } from "@/components/ui/live-error-summary";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { withName } from "@/components/ui/with-name";
import type { Locale } from "@/lib/i18n/locales";
import { keptAction } from "./keep-typed";

type State = Parameters<typeof planSeriesAction>[0];

/** What stands in the two fields of a form that was answered as a page. */
function keptIn(state: State): { file: string; firstDay: string } {
  if (state.status === "failed")
    return { file: state.entered.file ?? "", firstDay: state.entered.firstDay ?? "" };
  return state.status === "done"
    ? { file: state.value.text, firstDay: state.value.preview.startsOn }
    : { file: "", firstDay: "" };
}

type SeriesFormProps = {
  locale: Locale;
  /** The key of this one making; looking needs none, and its answer is not worth keeping. */
  once: ReactNode;
  children: ReactNode;
};

/**
 * The file and the first day of a series; looking shows what would be made, and only what was looked at can be made.
 * The file itself is never sent: its text stands in the field, so that the page works without script too.
 */
export function SeriesForm({ locale, once, children }: SeriesFormProps) {
  const t = useTranslations("templates.import");
  const [state, action, pending] = useActionState<State, FormData>(keptAction(planSeriesAction), {
    status: "idle",
  });
  const [fields, setFields] = useState(() => keptIn(state));
  const [isChanged, setChanged] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const change = (some: Partial<typeof fields>) => {
    setFields((all) => ({ ...all, ...some }));
    setChanged(true);
  };
  // Whoever was faster than this script has typed already, and no event told of it.
  useEffect(() => {
    const typed = form.current ? new FormData(form.current) : undefined;
    setFields((all) => ({
      file: String(typed?.get("file") ?? all.file),
      firstDay: String(typed?.get("firstDay") ?? all.firstDay),
    }));
  }, []);
  useEffect(() => {
    if (state.status !== "idle") setChanged(false);
  }, [state]);
  const looked = state.status === "done" && !isChanged ? state.value.preview : undefined;
  const canMake = looked?.events.every(({ problem }) => problem === null) ?? false;
  const refused = state.status === "failed" ? state : undefined;
  return (
    <form
      ref={form}
      className="form deskform"
      action={action}
      noValidate
      data-refused={refused !== undefined}
    >
      {children}
      <SeriesFields {...{ refused, fields, change }} attempt={state} />
      <Button
        type="submit"
        name="step"
        value="look"
        aria-disabled={pending}
        variant={canMake ? "secondary" : "primary"}
      >
        {t("look")}
      </Button>
      {state.status === "done" && isChanged ? <Notice role="status">{t("changed")}</Notice> : null}
      {looked ? <SeriesPreview preview={looked} locale={locale} /> : null}
      {looked && canMake ? (
        <>
          {once}
          <Button type="submit" name="step" value="make" aria-disabled={pending} variant="primary" size="lg">
            {t("make", { count: looked.events.length })}
          </Button>
        </>
      ) : null}
    </form>
  );
}

type FieldsProps = {
  refused: RefusedForm | undefined;
  attempt: unknown;
  fields: { file: string; firstDay: string };
  change: (some: { file?: string; firstDay?: string }) => void;
};

/** The fields with what the last answer said of them; what is wrong inside the file is said with its place there. */
function SeriesFields({ refused, attempt, fields, change }: FieldsProps) {
  const t = useTranslations("templates.import");
  const form = useTranslations("registration.form");
  const { problems, errorOf } = useFieldErrors(refused);
  const inFile = problems.filter(({ field }) => field === "file" || field.startsWith("file."));
  const said = inFile.map(({ field }) => {
    const problem = errorOf(field) ?? "";
    return field === "file" ? problem : t("at", { place: field.slice("file.".length), problem });
  });
  const others = problems.filter((problem) => !inFile.includes(problem));
  const listed = [...(said[0] ? [{ field: "file", text: withName(t("file"), said[0]) }] : []), ...others];
  return (
    <>
      {refused ? <LiveErrorSummary title={form("failedTitle")} problems={listed} attempt={attempt} /> : null}
      <SeriesFile onText={(file) => change({ file })} />
      <TextArea
        label={t("file")}
        hint={t("fileHint")}
        name="file"
        rows={8}
        required
        spellCheck={false}
        value={fields.file}
        onChange={({ target }) => change({ file: target.value })}
        error={said.length > 0 ? said.join(" · ") : undefined}
      />
      <Field
        label={t("firstDay")}
        name="firstDay"
        type="date"
        required
        value={fields.firstDay}
        onChange={({ target }) => change({ firstDay: target.value })}
        error={errorOf("firstDay")}
      />
    </>
  );
}
