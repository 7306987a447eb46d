import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

/** How people come onto the list without registering themselves. */
export function PeopleWays({ path, locale }: { path: string; locale: Locale }) {
  const t = useTranslations("organizer.people");
  return (
    <div className="row gap-2 mb-4">
      <ButtonLink size="sm" href={href(locale, `${path}/add`)}>
        <Icon name="user-plus" size="sm" />
        {t("add.title")}
      </ButtonLink>
      <ButtonLink size="sm" href={href(locale, `${path}/import`)}>
        <Icon name="upload" size="sm" />
        {t("import.title")}
      </ButtonLink>
      <ButtonLink size="sm" href={href(locale, `${path}/invite`)}>
        <Icon name="mail" size="sm" />
        {t("invite")}
      </ButtonLink>
    </div>
  );
}
