import { useTranslations } from "next-intl";
import { type RefusedForm, useFieldErrors } from "@/components/registration/field-errors";
import { NameField, OrganisationField } from "@/components/registration/name-fields";
import { RefusedSummary } from "@/components/registration/refused-summary";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { PersonView } from "@/domain/people/queries";
import { type Locale, locales } from "@/lib/i18n/locales";

type ProfileFormProps = {
  profile: PersonView;
  zones: readonly string[];
  locale: Locale;
  refused: RefusedForm | undefined;
};

/** Name, organisation, language of mails, and the zone in which times are shown. */
export function ProfileForm({ profile, zones, locale, refused }: ProfileFormProps) {
  const t = useTranslations("account.profile");
  const { problems, errorOf } = useFieldErrors(refused);
  const entered = refused?.entered ?? {};
  return (
    <form className="form" method="post" action="/api/me/profile" noValidate>
      <input type="hidden" name="form" value="profile" />
      <input type="hidden" name="formOf" value={profile.id} />
      <input type="hidden" name="pageLocale" value={locale} />
      <RefusedSummary refused={refused} problems={problems} />
      <NameField value={entered.name ?? profile.name} error={errorOf("name")} />
      <OrganisationField
        value={entered.organisation ?? profile.organisation}
        error={errorOf("organisation")}
      />
      <Select
        label={t("language")}
        name="locale"
        defaultValue={entered.locale ?? profile.locale}
        options={locales.map((value) => ({ value, label: t(`languages.${value}`) }))}
      />
      <Select
        label={t("timeZone")}
        name="timeZone"
        defaultValue={entered.timeZone ?? profile.timeZone}
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      />
      <Button type="submit" variant="primary">
        {t("save")}
      </Button>
    </form>
  );
}
