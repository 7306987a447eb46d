import { useTranslations } from "next-intl";
import { type RefusedForm, useFieldErrors } from "@/components/registration/field-errors";
import type { MyRegistrationProps } from "@/components/registration/my-registration-view";
import { RefusedSummary } from "@/components/registration/refused-summary";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { OnceField } from "@/components/ui/once-field";
import { MOST_COLLEAGUES } from "@/domain/registration/rules";
import "./fold.css";

type ColleagueProps = Pick<MyRegistrationProps, "registration" | "seats" | "locale"> & {
  refused: RefusedForm | undefined;
};

/** The fields of this form have ids of their own: the form beside it asks for a name too. */
const idOf = (field: string) => `colleague-${field}`;
const typedFields = ["name", "email", "organisation"] as const;

/** Where nobody can be brought along any more: the limit, if it is that, and what became of a form that was sent all the same. */
function NoColleague({ registration, refused }: Pick<ColleagueProps, "registration" | "refused">) {
  const t = useTranslations("registration.mine");
  const { problems } = useFieldErrors(refused);
  const isFull = registration.colleagues >= MOST_COLLEAGUES;
  if (!isFull && !refused) return null;
  const typed = typedFields.flatMap((name) => refused?.entered[name] || []).join(", ");
  return (
    <Card small className="stack gap-3">
      <h2 className="text-base">{t("colleague")}</h2>
      {refused ? (
        <Notice tone="danger" role="alert" title={typed ? t("colleagueRefused", { typed }) : undefined}>
          {problems.map(({ text }) => text).join(" ")}
        </Notice>
      ) : null}
      {isFull ? <p className="small muted">{t("colleagueLimit", { count: MOST_COLLEAGUES })}</p> : null}
    </Card>
  );
}

/** Registers somebody else for the same event; they get the mail, and nothing here tells whether they were in already. */
export function MyRegistrationColleague({ registration, seats, locale, refused }: ColleagueProps) {
  const t = useTranslations("registration.mine");
  const f = useTranslations("registration.form");
  const { problems, errorOf } = useFieldErrors(refused);
  const entered: Partial<Record<string, string>> = refused?.entered ?? {};
  if (!seats || seats.colleagues <= 0) return <NoColleague registration={registration} refused={refused} />;
  const value = (name: (typeof typedFields)[number]) => ({
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
