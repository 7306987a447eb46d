import { useTranslations } from "next-intl";
import { cancelEventAction, publishEventAction } from "@/actions/programme";
import { ActionForm } from "@/components/desk/action-form";
import { AgendaEditor } from "@/components/desk/agenda-editor";
import { CopyEntry } from "@/components/desk/copy-entry";
import { DeskChecklist } from "@/components/desk/desk-checklist";
import { EventTexts } from "@/components/desk/event-texts";
import { SaveTemplate } from "@/components/desk/save-template";
import { SavedFirst } from "@/components/desk/saved-first";
import { SeatsForm } from "@/components/desk/seats-form";
import { SpeakersEditor } from "@/components/desk/speakers-editor";
import type { EventDetail } from "@/components/programme/event-views";
import { Card } from "@/components/ui/card";
import { Stat } from "@/components/ui/stat";
import type { Locale } from "@/lib/i18n/locales";

export type DeskCounts = { unproven: number; talks: number };
type EventDeskProps = {
  event: EventDetail;
  counts: DeskCounts;
  locale: Locale;
  /** Where copies of the event are made; absent for whoever may plan none from it. */
  copyHref?: string | undefined;
};

/** One event's overview: numbers, what is still open, and the texts of its page. */
export function EventDesk({ event, counts, locale, copyHref }: EventDeskProps) {
  const t = useTranslations("organizer.event");
  const open = event.status === "draft" || event.status === "published" || event.status === "live";
  return (
    <div className="deskcols">
      <div className="stack gap-6">
        <dl className="stats">
          <Stat
            label={t("confirmed")}
            value={event.seats.confirmed + event.seats.forgotten}
            of={event.seats.capacity === null ? undefined : t("of", { count: event.seats.capacity })}
          />
          <Stat label={t("waiting")} value={event.seats.waiting} />
          <Stat label={t("unproven")} value={counts.unproven} />
          {event.talks ? <Stat label={t("talks")} value={counts.talks} /> : null}
        </dl>
        {open ? (
          <>
            <EventTexts event={event} />
            <AgendaEditor event={event} locale={locale} />
            <SpeakersEditor event={event} />
          </>
        ) : null}
      </div>
      <aside className="stack gap-4">
        <Card className="stack gap-3">
          <DeskChecklist event={event} />
          <SavedFirst>
            <ActionForm
              action={publishEventAction}
              submit={t("publish")}
              look={{ variant: "primary", block: true }}
              done={t("published")}
              over={event.status !== "draft"}
            >
              <input type="hidden" name="eventId" value={event.id} />
            </ActionForm>
          </SavedFirst>
          {event.status === "draft" ? <p className="small muted">{t("publishHint")}</p> : null}
        </Card>
        {open ? <SeatsForm event={event} /> : null}
        {copyHref ? <CopyEntry to={copyHref} /> : null}
        {copyHref ? <SaveTemplate event={event} /> : null}
        {open ? (
          <details className="card card--sm">
            <summary className="strong small">{t("cancel")}</summary>
            <p className="small muted my-2">{t("cancelHint")}</p>
            <ActionForm
              action={cancelEventAction}
              submit={t("cancel")}
              look={{ variant: "danger", size: "sm" }}
            >
              <input type="hidden" name="eventId" value={event.id} />
            </ActionForm>
          </details>
        ) : null}
      </aside>
    </div>
  );
}
