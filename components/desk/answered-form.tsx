"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, createContext, type ReactNode, useActionState, useContext } from "react";
import { tickedIn, useFieldErrors } from "@/components/registration/field-errors";
import type { FieldNames } from "@/components/registration/field-names";
import { Button, type ButtonLook } from "@/components/ui/button";
import { Check } from "@/components/ui/check";
import { Field } from "@/components/ui/field";
import { LiveErrorSummary } from "@/components/ui/live-error-summary";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import type { FormState } from "@/domain/kernel/form";
import { keptAction } from "./keep-typed";
import { useTypedDraft } from "./typed-draft";

type Problems = {
  idOf: (field: string) => string;
  errorOf: (field: string) => string | undefined;
  entered: Record<string, string>;
  /** What was ticked under a name when the form was refused; undefined while it was not. */
  tickedOf: (name: string) => readonly string[] | undefined;
};
const ProblemsOf = createContext<Problems>({
  idOf: (field) => field,
  errorOf: () => undefined,
  entered: {},
  tickedOf: () => undefined,
});

export type AnsweredFormProps<Value> = {
  action: (state: FormState<Value>, form: FormData) => Promise<FormState<Value>>;
  submit: ReactNode;
  /** Spoken name where several forms of a page have the same button, or the button shows an icon only. */
  submitLabel?: string;
  look?: ButtonLook & { className?: string };
  /** Said after success; without it the page itself shows what has changed. `{word}` becomes that field of the answer. */
  done?: string;
  /** What the form does is done: it only says so, if this browser did it, and can't be sent again. */
  over?: boolean;
  /** Tells the fields of this form from those of others on the page. */
  id?: string;
  className?: string;
  /** Fields that this form does not call what they are mostly called, for the list of what was wrong. */
  names?: FieldNames;
  children?: ReactNode;
};

/** What was done, in numbers and names that only the answer knows. */
function saidOf(done: string, value: unknown): string {
  const fields = new Map<string, unknown>(typeof value === "object" && value ? Object.entries(value) : []);
  return done.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const field = fields.get(name);
    if (field === undefined) return whole;
    return Array.isArray(field) ? field.join(", ") || "–" : String(field);
  });
}

/** What ActionForm is in the browser: shows beside the fields what a refusal said, and keeps what was typed. */
export function AnsweredForm<Value>(props: AnsweredFormProps<Value>) {
  const { action, submit, submitLabel, look, done, over = false, id, className = "form" } = props;
  const [state, formAction, pending] = useActionState<FormState<Value>, FormData>(keptAction(action), {
    status: "idle",
  });
  const draft = useTypedDraft(state);
  const refused = state.status === "failed" ? state : undefined;
  const { problems, errorOf } = useFieldErrors(refused, props.names);
  const t = useTranslations("registration.form");
  const idOf = (field: string) => (id ? `${id}-${field}` : field);
  const tickedOf = (name: string) => refused && tickedIn(refused, name);
  const isAboutFields = refused?.failure.fields !== undefined;
  const success =
    done && state.status === "done" ? (
      <Notice tone="success" role="status">
        {saidOf(done, state.value)}
      </Notice>
    ) : null;
  if (over) return success;
  return (
    <ProblemsOf.Provider value={{ idOf, errorOf, entered: refused?.entered ?? {}, tickedOf }}>
      <form
        ref={draft.form}
        className={className}
        action={formAction}
        noValidate
        data-refused={refused !== undefined}
      >
        {draft.isBack ? <DraftNotice discard={draft.discard} /> : null}
        {refused && isAboutFields ? (
          <LiveErrorSummary
            title={t("failedTitle")}
            problems={problems.map(({ field, text }) => ({ field: idOf(field), text }))}
            attempt={state}
          />
        ) : null}
        {refused && !isAboutFields ? (
          <Notice tone="danger" role="alert">
            {problems.map(({ text }) => text).join(" ")}
          </Notice>
        ) : null}
        {success}
        {props.children}
        <Button type="submit" aria-disabled={pending} aria-label={submitLabel} title={submitLabel} {...look}>
          {submit}
        </Button>
      </form>
    </ProblemsOf.Provider>
  );
}

/** Says that these words are not saved: what stands in a form of the desk is otherwise what is stored. */
function DraftNotice({ discard }: { discard: () => void }) {
  const t = useTranslations("errors.draft");
  return (
    <Notice tone="warning" role="status">
      <p>{t("text")}</p>
      <Button size="sm" type="button" onClick={discard}>
        {t("discard")}
      </Button>
    </Notice>
  );
}

/** The last answer of the ActionForm around, for fields that keep their own state. */
export const useProblems = (): Problems => useContext(ProblemsOf);

/** What a field inside an ActionForm takes from the form's last answer: its error, and what was typed. */
function useAnswer({ name, defaultValue }: { name: string; defaultValue?: unknown }) {
  const { idOf, errorOf, entered } = useContext(ProblemsOf);
  const typed = entered[name];
  return {
    id: idOf(name),
    error: errorOf(name),
    ...(typed === undefined && defaultValue === undefined
      ? {}
      : { defaultValue: typed ?? String(defaultValue) }),
  };
}

/** A field inside an ActionForm. */
export function ActionField(props: Parameters<typeof Field>[0]) {
  return <Field {...props} {...useAnswer(props)} />;
}

/** The same for several lines. */
export function ActionTextArea(props: Parameters<typeof TextArea>[0]) {
  return <TextArea {...props} {...useAnswer(props)} />;
}

/**
 * A choice inside an ActionForm. After an action React sets a form back to what its fields began with, and of a list that
 * is the first rendering's option: another default needs a list of its own, or the answer silently chooses the old one.
 */
export function ActionSelect(props: Parameters<typeof Select>[0]) {
  const answer = useAnswer(props);
  return <Select key={answer.defaultValue} {...props} {...answer} />;
}

type Pick = { name: string; value: string; defaultChecked?: boolean };
function useTick({ name, value, defaultChecked = false }: Pick): boolean {
  return useContext(ProblemsOf).tickedOf(name)?.includes(value) ?? defaultChecked;
}

/** A box inside an ActionForm: stays as it was left when the form is refused. */
export function ActionCheck(props: ComponentProps<typeof Check> & Pick) {
  return <Check {...props} defaultChecked={useTick(props)} />;
}

/** The same for a choice among tiles; the whole tile can be pressed. */
export function ActionTile({ children, ...pick }: Pick & { children: ReactNode }) {
  return (
    <label className="tile">
      <input type="radio" {...pick} defaultChecked={useTick(pick)} />
      {children}
    </label>
  );
}
