import { useTranslations } from "next-intl";
import type { DeskMay } from "@/auth/desk-doors";
import type { EventDetail } from "@/components/programme/event-views";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type AfterwardsProps = {
  event: Pick<EventDetail, "talks">;
  may: Pick<DeskMay, "mails" | "report" | "attendance">;
  mayEdit: boolean;
  /** Of the event's desk, without language prefix. */
  path: string;
  locale: Locale;
};

/** What is left to do once an event is over, as far as it is this person's: it takes the place of the checklist. */
export function EventAfterwards({ event, may, mayEdit, path, locale }: AfterwardsProps) {
  const t = useTranslations("organizer.afterwards");
  const points = [
    { key: "thanks", page: "mails", isShown: may.mails },
    { key: "materials", page: "materials", isShown: mayEdit },
    { key: "report", page: "report", isShown: may.attendance },
    { key: "numbers", page: "numbers", isShown: true },
    { key: "outcomes", page: "talks-report", isShown: may.report && event.talks !== null },
  ] as const;
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <ul className="checklist">
        {points
          .filter(({ isShown }) => isShown)
          .map(({ key, page }) => (
            <li key={key}>
              <Icon name="arrow-right" />
              <a href={href(locale, `${path}/${page}`)}>{t(key)}</a>
            </li>
          ))}
      </ul>
    </Card>
  );
}
