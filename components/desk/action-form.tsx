"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useActionState, useContext } from "react";
import { useFieldErrors } from "@/components/registration/field-errors";
import { Button, type ButtonLook } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { LiveErrorSummary } from "@/components/ui/live-error-summary";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import type { FormState } from "@/domain/kernel/form";

type Problems = { errorOf: (field: string) => string | undefined; entered: Record<string, string> };
const ProblemsOf = createContext<Problems>({ errorOf: () => undefined, entered: {} });

type ActionFormProps<Value> = {
  action: (state: FormState<Value>, form: FormData) => Promise<FormState<Value>>;
  submit: string;
  /** Spoken name where several forms of a page have the same button. */
  submitLabel?: string;
  look?: ButtonLook & { className?: string };
  /** Said after success; without it the page itself shows what has changed. */
  done?: string;
  className?: string;
  children?: ReactNode;
};

/** A form of a signed-in page: shows beside the fields what a refusal said, and keeps what was typed. */
export function ActionForm<Value>({
  action,
  submit,
  submitLabel,
  look,
  done,
  className = "form",
  children,
}: ActionFormProps<Value>) {
  const [state, formAction, pending] = useActionState<FormState<Value>, FormData>(action, { status: "idle" });
  const refused = state.status === "failed" ? state : undefined;
  const { problems, errorOf } = useFieldErrors(refused);
  const t = useTranslations("registration.form");
  return (
    <ProblemsOf.Provider value={{ errorOf, entered: refused?.entered ?? {} }}>
      <form className={className} action={formAction} noValidate>
        {problems.length > 0 ? (
          <LiveErrorSummary title={t("failedTitle")} problems={problems} attempt={problems.length} />
        ) : null}
        {done && state.status === "done" ? (
          <Notice tone="success" role="status">
            {done}
          </Notice>
        ) : null}
        {children}
        <Button type="submit" aria-disabled={pending} aria-label={submitLabel} {...look}>
          {submit}
        </Button>
      </form>
    </ProblemsOf.Provider>
  );
}

/** A field inside an ActionForm: its error and what was typed come from the form's last answer. */
export function ActionField(props: Parameters<typeof Field>[0]) {
  const { errorOf, entered } = useContext(ProblemsOf);
  return (
    <Field {...props} error={errorOf(props.name)} defaultValue={entered[props.name] ?? props.defaultValue} />
  );
}

/** The same for several lines. */
export function ActionTextArea(props: Parameters<typeof TextArea>[0]) {
  const { errorOf, entered } = useContext(ProblemsOf);
  return (
    <TextArea
      {...props}
      error={errorOf(props.name)}
      defaultValue={entered[props.name] ?? props.defaultValue}
    />
  );
}
