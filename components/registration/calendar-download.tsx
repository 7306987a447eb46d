import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** The calendar file of one registration: it carries the personal link and follows later changes. */
export function CalendarDownload({ registrationId }: { registrationId: string }) {
  const t = useTranslations("registration.done");
  return (
    <div className="card__foot calrow">
      <span className="small strong">{t("calendar")}</span>
      <ButtonLink size="sm" href={`/api/calendar/r/${registrationId}.ics`}>
        <Icon name="download" size="sm" />
        {t("ics")}
      </ButtonLink>
    </div>
  );
}
