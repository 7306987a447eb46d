import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";

type NameFieldProps = { value: string | undefined; error: string | undefined };

/** What somebody is called, asked in the same words wherever they say it. */
export function NameField({ value, error }: NameFieldProps) {
  const t = useTranslations("registration.form");
  return (
    <Field
      label={t("name")}
      name="name"
      autoComplete="name"
      required
      defaultValue={value}
      error={error}
      maxLength={200}
    />
  );
}

/** The address that all mails go to. */
export function EmailField({ value, error }: NameFieldProps) {
  const t = useTranslations("registration.form");
  return (
    <Field
      label={t("email")}
      name="email"
      type="email"
      autoComplete="email"
      required
      defaultValue={value}
      error={error}
    />
  );
}

/** Where somebody works; nobody has to say. */
export function OrganisationField({ value, error }: NameFieldProps) {
  const t = useTranslations("registration.form");
  return (
    <Field
      label={t("organisation")}
      optional={t("optional")}
      name="organisation"
      autoComplete="organization"
      defaultValue={value}
      error={error}
      maxLength={200}
    />
  );
}
