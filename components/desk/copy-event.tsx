import { useTranslations } from "next-intl";
import { duplicateEventAction } from "@/actions/programme";
import { ActionForm } from "@/components/desk/action-form";
import { CopyDates } from "@/components/desk/copy-dates";
import { CopyLists } from "@/components/desk/copy-lists";
import type { EventDetail } from "@/components/programme/event-views";
import { ClientMessages } from "@/components/site/client-messages";
import type { CopySource } from "@/domain/programme/queries/copy-source";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatSpan } from "@/lib/time/format";

type CopyEventProps = {
  event: EventDetail;
  source: CopySource;
  /** How many its form asks. */
  questions: number;
  networkSlug: string;
  locale: Locale;
  now: Date;
};

/** An event onto up to 30 days: when, and what goes along. */
export function CopyEvent({ event, source, questions, networkSlug, locale, now }: CopyEventProps) {
  const t = useTranslations("copies");
  const { startsAt, endsAt, timeZone } = event;
  return (
    <>
      <div className="deskhead">
        <h1>{t("title")}</h1>
        <p>
          <a href={href(locale, `/o/${networkSlug}/e/${event.slug}`)} lang={event.language}>
            {event.title}
          </a>
        </p>
        <p className="muted small">{formatSpan({ locale, zone: timeZone, startsAt, endsAt })}</p>
      </div>
      <div className="deskcols">
        <ClientMessages locale={locale} areas={["errors", "registration", "copies"]}>
          <ActionForm
            action={duplicateEventAction}
            submit={t("submit")}
            look={{ variant: "primary", size: "lg" }}
            className="form deskform"
          >
            <input type="hidden" name="eventId" value={event.id} />
            <input type="hidden" name="locale" value={locale} />
            <CopyDates
              event={{ startsAt, endsAt, timeZone }}
              series={source.series}
              locale={locale}
              now={now}
            />
          </ActionForm>
        </ClientMessages>
        <CopyLists event={event} source={source} questions={questions} />
      </div>
    </>
  );
}
