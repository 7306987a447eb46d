import { useTranslations } from "next-intl";
import { type RefusedForm, useFieldErrors } from "@/components/registration/field-errors";
import type { MyRegistrationProps } from "@/components/registration/my-registration-view";
import { RefusedSummary } from "@/components/registration/refused-summary";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { OnceField } from "@/components/ui/once-field";
import "./fold.css";

type ColleagueProps = Pick<MyRegistrationProps, "registration" | "seats" | "locale"> & {
  refused: RefusedForm | undefined;
};

/** The fields of this form have ids of their own: the form beside it asks for a name too. */
const idOf = (field: string) => `colleague-${field}`;

/** Registers somebody else for the same event; they get the mail, and nothing here tells whether they were in already. */
export function MyRegistrationColleague({ registration, seats, locale, refused }: ColleagueProps) {
  const t = useTranslations("registration.mine");
  const f = useTranslations("registration.form");
  const { problems, errorOf } = useFieldErrors(refused);
  const entered: Partial<Record<string, string>> = refused?.entered ?? {};
  if (!seats || seats.colleagues <= 0) return null;
  const value = (name: string) => ({
    name,
    id: idOf(name),
    defaultValue: entered[name],
    error: errorOf(name),
    autoComplete: "off",
    maxLength: 200,
  });
  return (
    <details className="card card--sm fold" open={refused !== undefined}>
      <summary>{t("colleague")}</summary>
      <form
        className="form"
        method="post"
        action={`/api/registrations/${registration.id}/colleague`}
        noValidate
      >
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="form" value="colleague" />
        <OnceField />
        <RefusedSummary
          refused={refused}
          problems={problems.map(({ field, text }) => ({ field: idOf(field), text }))}
        />
        <p className="small muted">{t("colleagueText")}</p>
        <Field label={f("name")} required {...value("name")} />
        <Field label={f("email")} type="email" required {...value("email")} />
        <Field label={f("organisation")} optional={f("optional")} {...value("organisation")} />
        {seats.switchUntil ? <input type="hidden" name="attendance" value={registration.attendance} /> : null}
        <Button type="submit">{t("colleagueSubmit")}</Button>
      </form>
    </details>
  );
}
