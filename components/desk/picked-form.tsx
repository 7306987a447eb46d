"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, type ReactNode, useActionState } from "react";
import { type RefusedForm, useFieldErrors } from "@/components/registration/field-errors";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/check";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { FormState } from "@/domain/kernel/form";
import type { outcomesOf } from "@/domain/registration/labels";
import type { Id } from "@/lib/ids";
import { keptAction } from "./keep-typed";

type Tagged = { eventId: Id<"event">; changed: number };
type Cancelled = Tagged & { promoted: number };
type Decided = { outcomes: ReturnType<typeof outcomesOf> };
type Begun = { circularId: Id<"circular"> };
type Action<Value> = (state: FormState<Value>, form: FormData) => Promise<FormState<Value>>;

type PickedFormProps = {
  id: string;
  tags: readonly string[];
  /** How many there are of the choice, where they are more than stand on this page. */
  everyone: number | undefined;
  tagAction: Action<Tagged>;
  cancelAction: Action<Cancelled>;
  /** Leads to the page of a message to those ticked. */
  messageAction: Action<Begun>;
  approveAction: Action<Decided>;
  declineAction: Action<Decided>;
  /** Whether somebody of the choice may be asking for a place. */
  mayAsk: boolean;
  /** The last press has emptied the list: what it led to is still said. */
  isEmpty: boolean;
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
 * One form with several ends: words for those ticked, a message to them, yes or no to what they ask, and calling them off.
 * The button of the words comes first, so that Enter in their field never does anything else.
 */
export function PickedForm(props: PickedFormProps) {
  const { id, tags, everyone, mayAsk, isEmpty, children } = props;
  const t = useTranslations("people.picked");
  const [tagged, tag] = useActionState<FormState<Tagged>, FormData>(keptAction(props.tagAction), IDLE);
  const [cancelled, cancel] = useActionState<FormState<Cancelled>, FormData>(
    keptAction(props.cancelAction),
    IDLE,
  );
  const [begun, begin] = useActionState<FormState<Begun>, FormData>(keptAction(props.messageAction), IDLE);
  const [approved, approve] = useActionState<FormState<Decided>, FormData>(
    keptAction(props.approveAction),
    IDLE,
  );
  const [declined, decline] = useActionState<FormState<Decided>, FormData>(
    keptAction(props.declineAction),
    IDLE,
  );
  const answers = <Answers {...{ tagged, cancelled, begun, approved, declined }} />;
  if (isEmpty) return <div className="stack gap-3">{answers}</div>;
  return (
    <form id={id} className="pickedbar" action={tag} noValidate aria-label={t("title")}>
      {children}
      {answers}
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
        <Button type="submit" size="sm" formAction={begin}>
          {t("message")}
        </Button>
        {mayAsk ? <Decisions {...{ approve, decline }} /> : null}
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

type Press = (form: FormData) => void;

/** Yes at once, no behind a second press. */
function Decisions({ approve, decline }: { approve: Press; decline: Press }) {
  const t = useTranslations("people.picked");
  return (
    <>
      <Button type="submit" size="sm" variant="soft" formAction={approve}>
        {t("approve")}
      </Button>
      <details className="pickedbar__cancel">
        <summary>{t("decline")}</summary>
        <p className="small muted">{t("declineText")}</p>
        <Button type="submit" size="sm" variant="danger-quiet" formAction={decline}>
          {t("declineNow")}
        </Button>
      </details>
    </>
  );
}

/** What became of whom, in numbers and names. */
function Outcome({ answer }: { answer: FormState<Decided> }) {
  const t = useTranslations("people.picked");
  if (answer.status === "failed") return <Refusal refused={answer} />;
  if (answer.status !== "done") return null;
  const { outcomes } = answer.value;
  return (
    <Notice tone="success" role="status">
      {outcomes.length === 0 ? t("decidedNobody") : null}
      {outcomes.map(({ as, count, names }) => (
        <p key={as}>
          {t(`decided.${as}`, { count, names: names.join(", ") })}
          {count > names.length ? ` ${t("decidedMore", { count: count - names.length })}` : null}
        </p>
      ))}
    </Notice>
  );
}

type AnswersProps = {
  tagged: FormState<Tagged>;
  cancelled: FormState<Cancelled>;
  begun: FormState<Begun>;
  approved: FormState<Decided>;
  declined: FormState<Decided>;
};

/** What the last press of each button led to; a message that was begun has led to its own page. */
function Answers({ tagged, cancelled, begun, approved, declined }: AnswersProps) {
  const t = useTranslations("people.picked");
  return (
    <>
      {tagged.status === "failed" ? <Refusal refused={tagged} /> : null}
      {cancelled.status === "failed" ? <Refusal refused={cancelled} /> : null}
      {begun.status === "failed" ? <Refusal refused={begun} /> : null}
      <Outcome answer={approved} />
      <Outcome answer={declined} />
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
