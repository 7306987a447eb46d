import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/check";
import { Field } from "@/components/ui/field";
import type { EventDetail } from "@/domain/programme/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatSpan } from "@/lib/time/format";
import { type RefusedForm, useFieldErrors } from "./field-errors";
import { NameField, OrganisationField } from "./name-fields";
import { RefusedSummary } from "./refused-summary";

type RegistrationFormProps = {
  event: EventDetail;
  locale: Locale;
  full: boolean;
  /** What came back from a refused post: everything typed, and what was wrong with it. */
  refused?: RefusedForm | undefined;
};

/** Name, e-mail, organisation, talks: a plain form that works without JavaScript and is posted to a route. */
export function RegistrationForm({ event, locale, full, refused }: RegistrationFormProps) {
  const t = useTranslations("registration.form");
  const { problems, errorOf } = useFieldErrors(refused);
  const entered = refused?.entered ?? {};
  return (
    <form className="form" method="post" action="/api/registrations" noValidate>
      <input type="hidden" name="eventId" value={event.id} />
      <input type="hidden" name="locale" value={locale} />
      <RefusedSummary refused={refused} problems={problems} />
      <NameField value={entered.name} error={errorOf("name")} />
      <Field
        label={t("email")}
        name="email"
        type="email"
        autoComplete="email"
        required
        defaultValue={entered.email}
        error={errorOf("email")}
      />
      <OrganisationField value={entered.organisation} error={errorOf("organisation")} />
      {event.talks ? (
        <Check
          match
          name="talksOptIn"
          value="on"
          defaultChecked={entered.talksOptIn === "on"}
          label={t("talks")}
          hint={t("talksHint", {
            when: formatSpan({
              locale,
              zone: event.timeZone,
              startsAt: event.talks.startsAt,
              endsAt: event.talks.endsAt,
            }),
          })}
        />
      ) : null}
      <Button type="submit" variant="primary" size="lg" block>
        {full ? t("submitWait") : t("submit")}
      </Button>
      <p className="small muted">
        {t("note")} <a href={href(locale, "/datenschutz")}>{t("privacy")}</a>
      </p>
    </form>
  );
}
