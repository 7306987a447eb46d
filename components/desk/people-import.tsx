import { useTranslations } from "next-intl";
import { importRegistrationsAction, readImportAction } from "@/actions/registration";
import { ImportForm } from "@/components/desk/import-form";
import { ClientMessages } from "@/components/site/client-messages";
import { OnceField } from "@/components/ui/once-field";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type PeopleImportProps = { eventId: string; path: string; back: string; locale: Locale };

/** The way from a file to the list. */
export function PeopleImport({ eventId, path, back, locale }: PeopleImportProps) {
  const t = useTranslations("organizer.people.import");
  return (
    <section className="stack gap-4 mt-4">
      <h2 className="text-xl">{t("title")}</h2>
      <p className="muted deskform">{t("lead")}</p>
      <ClientMessages locale={locale} areas={["errors", "registration", "people"]}>
        <ImportForm
          eventId={eventId}
          readAction={readImportAction}
          applyAction={importRegistrationsAction}
          again={href(locale, path)}
          once={<OnceField />}
        />
      </ClientMessages>
      <p>
        <a href={href(locale, back)}>{t("back")}</a>
      </p>
    </section>
  );
}
