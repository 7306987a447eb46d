import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type RefusedForm, useFieldErrors } from "@/components/registration/field-errors";
import { RefusedSummary } from "@/components/registration/refused-summary";
import { useWeighing } from "@/components/registration/use-weighing";
import { Button, type ButtonLook } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FileWeight } from "@/components/ui/file-weight";
import { OnceField } from "@/components/ui/once-field";
import type { Locale } from "@/lib/i18n/locales";

export type FileFormProps = {
  action: string;
  /** Of the page itself, without language prefix: there the form leads back. */
  back: string;
  locale: Locale;
  /** Its one file. Where a page has several such forms, each says an id. */
  file: { id?: string; label: string; hint: string; accept: string; required?: boolean };
  submit: string;
  look: ButtonLook;
  refused?: RefusedForm | undefined;
  /** What is said about the file. */
  children?: ReactNode;
};

/**
 * A form of the office that brings one file: a plain one that goes to a route, because an action would hold the file whole
 * before asking who sends it.
 */
export function FileForm({ action, back, locale, file, submit, look, refused, children }: FileFormProps) {
  const t = useTranslations("registration.form");
  const { problems, errorOf } = useFieldErrors(refused);
  const weighing = useWeighing(locale);
  return (
    <form className="form" method="post" action={action} encType="multipart/form-data">
      <OnceField />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={back} />
      <RefusedSummary refused={refused} problems={problems} />
      <FileWeight title={t("failedTitle")} weighing={weighing} />
      <Field {...file} name="file" type="file" data-most={weighing.most} error={errorOf("file")} />
      {children}
      <Button type="submit" {...look}>
        {submit}
      </Button>
    </form>
  );
}
