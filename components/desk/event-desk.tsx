import { useTranslations } from "next-intl";
import {
  cancelEventAction,
  postponeEventAction,
  publishEventAction,
  resumeEventAction,
} from "@/actions/programme";
import type { DeskMay } from "@/auth/desk-doors";
import { ActionForm } from "@/components/desk/action-form";
import { AgendaEditor } from "@/components/desk/agenda-editor";
import { isPreparing } from "@/components/desk/checklist";
import { CopyEntry } from "@/components/desk/copy-entry";
import { DeskChecklist } from "@/components/desk/desk-checklist";
import { EntranceForm } from "@/components/desk/entrance-form";
import { EventAfterwards } from "@/components/desk/event-afterwards";
import { EventTexts } from "@/components/desk/event-texts";
import { InvitationsEditor } from "@/components/desk/invitations-editor";
import { PartnersForm } from "@/components/desk/partners-form";
import { SaveTemplate } from "@/components/desk/save-template";
import { SavedFirst } from "@/components/desk/saved-first";
import { SeatRulesForm } from "@/components/desk/seat-rules-form";
import { SeatsForm } from "@/components/desk/seats-form";
import { SeriesChoice } from "@/components/desk/series-choice";
import { SpeakersEditor } from "@/components/desk/speakers-editor";
import type { EventDetail } from "@/components/programme/event-views";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Stat } from "@/components/ui/stat";
import type { NetworkView } from "@/domain/alliance/queries";
import type { Partner } from "@/domain/programme/queries/partners";
import type { RunItem } from "@/domain/programme/queries/run-of-show";
import { isEditable } from "@/domain/programme/rules";
import type { InvitationView } from "@/domain/registration/queries/invitations";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

export type DeskCounts = {
  unproven: number;
  talks: number;
  /** Let in on site or come into the room; undefined for events without seats on site. */
  arrived: number | undefined;
};
type EventDeskProps = {
  event: EventDetail;
  /** Its lead network. */
  network: NetworkView;
  /** Whether a mail of it was tried out; undefined for who may write none. */
  isTested: boolean | undefined;
  /** Where the network's legal texts are written; absent for who may not. */
  legalHref?: string | undefined;
  run: readonly RunItem[];
  counts: DeskCounts;
  invitations: readonly InvitationView[];
  origin: string;
  locale: Locale;
  now: Date;
  may: DeskMay;
  /** Those an event can take place by. */
  zones: readonly string[];
  /** Of the page, without language prefix. */
  path: string;
  /** Where copies of the event are made; absent for whoever may plan none from it. */
  copyHref?: string | undefined;
  /** The office: who says yes to people, by hand or by invitation. */
  mayDecide: boolean;
  /** Whether they may change what the event says; who only looks on sees its numbers. */
  mayEdit: boolean;
  /** Other networks of the alliance; absent for who may not share the event. */
  partners?: readonly Partner[] | undefined;
  /** Weeks that it can be put into; none for who may not change it. */
  series: readonly { id: string; title: string }[];
  /** By the id of a name on the page, which participant that is. */
  speakerPeople: Record<string, string>;
};

/** How many are in, wait, ask or have an offer; what never happens at this event is left out. */
function DeskStats({ event, counts }: Pick<EventDeskProps, "event" | "counts">) {
  const t = useTranslations("organizer.event");
  const { capacity, confirmed, forgotten, waiting, onsite, approval, pending, offered } = event.seats;
  return (
    <dl className="stats">
      <Stat
        label={t("confirmed")}
        value={confirmed + forgotten}
        of={capacity === null ? undefined : t("of", { count: capacity })}
      />
      {onsite ? (
        <Stat label={t("onsite")} value={onsite.confirmed} of={t("of", { count: onsite.capacity ?? 0 })} />
      ) : null}
      <Stat label={t("waiting")} value={waiting} />
      {approval || pending > 0 ? <Stat label={t("pending")} value={pending} /> : null}
      {offered > 0 ? <Stat label={t("offered")} value={offered} /> : null}
      <Stat label={t("unproven")} value={counts.unproven} />
      {counts.arrived === undefined ? null : <Stat label={t("arrived")} value={counts.arrived} />}
      {event.talks ? <Stat label={t("talks")} value={counts.talks} /> : null}
    </dl>
  );
}

type BesideProps = Pick<EventDeskProps, "event" | "partners" | "copyHref" | "series">;

/** What goes beyond this one event: the week it belongs to, who else hosts it, and others like it. */
function BesideEvent({ event, partners, copyHref, series }: BesideProps) {
  return (
    <>
      <SeriesChoice event={event} series={series} />
      {partners ? <PartnersForm eventId={event.id} partners={partners} /> : null}
      {copyHref ? <CopyEntry to={copyHref} /> : null}
      {copyHref ? <SaveTemplate event={event} /> : null}
    </>
  );
}

/** Puts a published event off, or says that it is and takes that back. */
function PutOff({ event, mayEdit }: Pick<EventDeskProps, "event" | "mayEdit">) {
  const t = useTranslations("organizer.event");
  if (event.status === "postponed")
    return (
      <Notice tone="warning" title={t("postponed")}>
        {mayEdit ? (
          <ActionForm
            action={resumeEventAction}
            submit={t("resume")}
            look={{ variant: "secondary", size: "sm" }}
          >
            <input type="hidden" name="eventId" value={event.id} />
          </ActionForm>
        ) : null}
      </Notice>
    );
  if (!mayEdit || event.status !== "published") return null;
  return (
    <details className="card card--sm">
      <summary className="strong small">{t("postpone")}</summary>
      <p className="small muted my-2">{t("postponeHint")}</p>
      <ActionForm
        action={postponeEventAction}
        submit={t("postpone")}
        look={{ variant: "secondary", size: "sm" }}
      >
        <input type="hidden" name="eventId" value={event.id} />
      </ActionForm>
    </details>
  );
}

/** Where the points of the checklist are mended: fields and lists of this page, or pages of their own. */
const placesOf = ({ path, locale, legalHref }: EventDeskProps) => ({
  ...{ summary: "#summary", description: "#description", topics: "#topics" },
  ...{ agenda: "#agenda", speakers: "#speakers", window: "#registrationOpensLocal" },
  legal: legalHref,
  test: href(locale, `${path}/mails/words/confirmed`),
});

/**
 * What is still open before an event can be found, and the button that publishes it. Once the event has begun the list goes,
 * and its card with it; what the button has just done is said all the same.
 */
function BeforeEvent(props: EventDeskProps) {
  const { event, mayEdit } = props;
  const t = useTranslations("organizer.event");
  const isAsked = isPreparing(event, props.now);
  return (
    <Card className={isAsked ? "stack gap-3" : "contents"}>
      {isAsked ? (
        <DeskChecklist
          {...{ event, isTested: props.isTested }}
          network={props.network}
          places={mayEdit ? placesOf(props) : {}}
        />
      ) : null}
      {mayEdit ? (
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
      ) : null}
      {mayEdit && event.status === "draft" ? <p className="small muted">{t("publishHint")}</p> : null}
    </Card>
  );
}

/** One event's overview: numbers, what is still open, and the texts of its page. */
export function EventDesk(props: EventDeskProps) {
  const { event, run, counts, invitations, origin, locale, zones, path, copyHref } = props;
  const { mayDecide, mayEdit, partners } = props;
  const t = useTranslations("organizer.event");
  const open = mayEdit && isEditable(event.status);
  return (
    <div className="deskcols">
      <div className="stack gap-6">
        <DeskStats event={event} counts={counts} />
        {open ? (
          <>
            <EventTexts event={event} zones={zones} />
            <AgendaEditor event={event} run={run} locale={locale} />
            <SpeakersEditor event={event} back={path} locale={locale} people={props.speakerPeople} />
            {mayDecide ? (
              <InvitationsEditor
                {...{ eventId: event.id, invitations, origin, locale, zone: event.timeZone }}
              />
            ) : null}
          </>
        ) : null}
      </div>
      <aside className="stack gap-4">
        {event.status === "draft" || event.status === "published" ? <BeforeEvent {...props} /> : null}
        {event.status === "ended" ? (
          <EventAfterwards {...{ event, path, locale, mayEdit, may: props.may }} />
        ) : null}
        {open ? (
          <>
            <SeatsForm event={event} />
            {mayDecide ? <SeatRulesForm event={event} /> : null}
            {mayDecide && event.status !== "live" ? <EntranceForm event={event} /> : null}
          </>
        ) : null}
        <PutOff event={event} mayEdit={mayEdit} />
        <BesideEvent {...{ event, partners, copyHref, series: props.series }} />
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
