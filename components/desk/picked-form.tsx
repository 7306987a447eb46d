"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, type ReactNode, useActionState } from "react";
import { type RefusedForm, useFieldErrors } from "@/components/registration/field-errors";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/check";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "@/domain/kernel/form";
import type { Id } from "@/lib/ids";
import { keptAction } from "./keep-typed";

type Tagged = { eventId: Id<"event">; changed: number };
type Cancelled = Tagged & { promoted: number };
type Action<Value> = (state: FormState<Value>, form: FormData) => Promise<FormState<Value>>;

type PickedFormProps = {
  id: string;
  tags: readonly string[];
  /** How many there are of the choice, where they are more than stand on this page. */
  everyone: number | undefined;
  tagAction: Action<Tagged>;
  cancelAction: Action<Cancelled>;
  children: ReactNode;
};

const IDLE = { status: "idle" } as const;

/** Ticks or unticks every box of the table that belongs to this form. */
function pickAll(event: ChangeEvent<HTMLInputElement>): void {
  const { form, checked } = event.currentTarget;
  for (const box of form?.elements ?? [])
    if (box instanceof HTMLInputElement && box.name === "registrationIds") box.checked = checked;
}

/**
 * One form with two ends: words for those ticked, and calling them off. The button of the words comes first, so that Enter
 * in their field never calls anybody off.
 */
export function PickedForm({ id, tags, everyone, tagAction, cancelAction, children }: PickedFormProps) {
  const t = useTranslations("people.picked");
  const [tagged, tag] = useActionState<FormState<Tagged>, FormData>(keptAction(tagAction), IDLE);
  const [cancelled, cancel] = useActionState<FormState<Cancelled>, FormData>(keptAction(cancelAction), IDLE);
  return (
    <form id={id} className="pickedbar" action={tag} noValidate aria-label={t("title")}>
      {children}
      <Answers {...{ tagged, cancelled }} />
      <div className="pickedbar__row">
        <span className="pickedbar__all">
          <Check label={t("all")} onChange={pickAll} />
        </span>
        {everyone === undefined ? null : (
          <Check name="everyone" value="on" label={t("everyone", { count: everyone })} />
        )}
        <Field
          small
          id={`${id}-tag`}
          label={t("tag")}
          name="tag"
          maxLength={40}
          list={`${id}-tags`}
          autoComplete="off"
        />
        <datalist id={`${id}-tags`}>
          {tags.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <Button type="submit" size="sm" name="change" value="add">
          {t("add")}
        </Button>
        <Button type="submit" size="sm" name="change" value="remove">
          {t("remove")}
        </Button>
        <details className="pickedbar__cancel">
          <summary>{t("cancel")}</summary>
          <p className="small muted">{t("cancelText")}</p>
          <Button type="submit" size="sm" variant="danger-quiet" formAction={cancel}>
            {t("cancelNow")}
          </Button>
        </details>
      </div>
    </form>
  );
}

type AnswersProps = { tagged: FormState<Tagged>; cancelled: FormState<Cancelled> };

/** What the last press of each button led to. */
function Answers({ tagged, cancelled }: AnswersProps) {
  const t = useTranslations("people.picked");
  return (
    <>
      {tagged.status === "failed" ? <Refusal refused={tagged} /> : null}
      {cancelled.status === "failed" ? <Refusal refused={cancelled} /> : null}
      {tagged.status === "done" ? (
        <Notice tone="success" role="status">
          {t("tagged", { count: tagged.value.changed })}
        </Notice>
      ) : null}
      {cancelled.status === "done" ? (
        <Notice tone="success" role="status">
          {t("cancelled", { count: cancelled.value.changed, promoted: cancelled.value.promoted })}
        </Notice>
      ) : null}
    </>
  );
}

function Refusal({ refused }: { refused: RefusedForm }) {
  const { problems } = useFieldErrors(refused);
  return (
    <Notice tone="danger" role="alert">
      {[...new Set(problems.map(({ text }) => text))].join(" ")}
    </Notice>
  );
}
