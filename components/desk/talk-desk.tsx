import { useTranslations } from "next-intl";
import { DeskSuggestions, type ShownSuggestions } from "@/components/desk/desk-suggestions";
import { TalkHoursForm } from "@/components/desk/talk-hours-form";
import { TalkRefusal } from "@/components/talks/refusal";
import { slotClock, slotDay } from "@/components/talks/slot-words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { OnceField } from "@/components/ui/once-field";
import { Select } from "@/components/ui/select";
import type { TalkDesk } from "@/domain/matchmaking/queries/talk-desk";
import type { Locale } from "@/lib/i18n/locales";
import type { Failure } from "@/lib/result";

type TalkDeskViewProps = {
  desk: TalkDesk;
  event: { id: string; timeZone: string; seats: { onsite: unknown } };
  /** The page to come back to, without language prefix. */
  back: string;
  locale: Locale;
  failure?: Failure | undefined;
  done?: unknown;
  /** Suggestions for whom the organizer chose. */
  shown?: ShownSuggestions | undefined;
};

function Hidden({ locale, back }: Pick<TalkDeskViewProps, "locale" | "back">) {
  return (
    <>
      <OnceField />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={back} />
    </>
  );
}

function Tables(props: TalkDeskViewProps) {
  const t = useTranslations("talks.desk");
  return (
    <Card className="stack gap-4">
      <h2 className="text-lg">{t("tables")}</h2>
      <p className="muted">{t("tablesText")}</p>
      <form className="row row--end gap-3" method="post" action={`/api/events/${props.event.id}/tables`}>
        <Hidden {...props} />
        <Field
          label={t("count")}
          name="count"
          type="number"
          min={0}
          max={500}
          defaultValue={props.desk.tables}
          required
        />
        <Button type="submit">{t("saveTables")}</Button>
      </form>
    </Card>
  );
}

function Booking(props: TalkDeskViewProps) {
  const { desk, event, locale } = props;
  const t = useTranslations("talks.desk");
  const g = useTranslations("talks.group");
  const place = { locale, zone: event.timeZone };
  // Nobody is booked because they stand first in a list.
  const nobody = { value: "", label: g("choose") };
  const people = desk.people.map(({ personId, name, organisation }) => ({
    value: personId,
    label: organisation ? `${name}, ${organisation}` : name,
  }));
  const slots = desk.slots.map((slot) => ({
    value: slot.startsAt.toISOString(),
    label: `${slotDay(slot, place)}, ${slotClock(slot, place)}`,
  }));
  return (
    <Card className="stack gap-4">
      <h2 className="text-lg">{t("book")}</h2>
      <p className="muted">{t("bookText")}</p>
      {people.length < 2 || slots.length === 0 ? (
        <Notice tone="neutral">{t("nobody")}</Notice>
      ) : (
        <form className="stack gap-4" method="post" action={`/api/events/${event.id}/talks`}>
          <Hidden {...props} />
          <Select label={t("one")} name="one" options={[nobody, ...people]} required />
          <Select label={t("other")} name="other" options={[nobody, ...people]} required />
          <Select label={t("slot")} name="startsAt" options={slots} />
          <div>
            <Button type="submit" variant="match">
              {t("send")}
            </Button>
          </div>
        </form>
      )}
    </Card>
  );
}

/** Talks as the organizers set them up: their hours, tables on site, and talks that they book for others. */
export function TalkDeskView(props: TalkDeskViewProps) {
  const t = useTranslations("talks.desk");
  const { done } = props;
  // Tables come first where there are any, or people on site; an event that is online only can do without.
  const isOnsite = props.event.seats.onsite !== null || props.desk.tables > 0;
  const isDone = done === "tables" || done === "booked" || done === "moved" || done === "corrected";
  return (
    <div className="stack gap-5">
      {isDone ? <Notice tone="success" role="status" title={t(`done.${done}`)} /> : null}
      <TalkRefusal failure={isDone ? undefined : props.failure} />
      <TalkHoursForm hours={props.desk.hours} event={props.event} locale={props.locale} />
      {isOnsite ? <Tables {...props} /> : null}
      <DeskSuggestions {...props} people={props.desk.people} shown={props.shown} />
      <Booking {...props} />
      {isOnsite ? null : <Tables {...props} />}
    </div>
  );
}
