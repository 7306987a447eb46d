import { useTranslations } from "next-intl";
import { type RefusedForm, tickedIn } from "@/components/registration/field-errors";
import { CalendarImports } from "@/components/talks/calendar-imports";
import { FormOf } from "@/components/talks/form-of";
import { slotForReader } from "@/components/talks/slot-words";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { MyTimes, SlotState } from "@/domain/matchmaking/queries/availability";
import type { Locale } from "@/lib/i18n/locales";

export type TimesViewProps = {
  times: MyTimes;
  event: { id: string; slug: string; timeZone: string };
  /** Whose page this is, where somebody is signed in. */
  me?: string | undefined;
  locale: Locale;
  refused?: RefusedForm | undefined;
};

type SlotLineProps = TimesViewProps & { slot: SlotState; chosen: readonly string[] };

function SlotLine({ slot, times, event, locale, chosen }: SlotLineProps) {
  const t = useTranslations("talks.times");
  const { day, clock, second } = slotForReader(slot, { locale, zone: event.timeZone, ownZone: times.zone });
  const at = slot.startsAt.toISOString();
  const when = [day, clock].join(", ");
  // What is taken is not free, whatever was said: that counts once it is free again.
  const marks = slot.taken ? "marksWhileTaken" : "marks";
  const options = (["free", "preferred", "blocked"] as const).map((mark) => ({
    value: `${mark} ${at}`,
    label: t(`${marks}.${mark}`),
  }));
  return (
    <li>
      <div>
        <b className="num">{day}</b> <span className="num">{clock}</span>
        {second === undefined ? null : (
          <small className="num bothzones">{t("eventTime", { when: second })}</small>
        )}
        {slot.taken ? <p className="small muted">{t(`taken.${slot.taken}`)}</p> : null}
      </div>
      <Select
        label={<span className="sr-only">{t("markFor", { when })}</span>}
        id={`mark-${at}`}
        name="marks"
        small
        options={options}
        defaultValue={chosen.find((one) => one.endsWith(` ${at}`)) ?? `${slot.mark} ${at}`}
      />
    </li>
  );
}

/** When one can talk: slot by slot, and from calendars that one brings along. Works with the keyboard and without scripts. */
export function TimesView(props: TimesViewProps) {
  const { times, event, me, locale, refused } = props;
  const t = useTranslations("talks.times");
  const chosen = refused?.entered.eventId === event.id ? tickedIn(refused, "marks") : [];
  const ahead = times.slots.filter(({ isPast }) => !isPast);
  const back = `/me/talks?event=${event.slug}&tab=times`;
  return (
    <div className="stack gap-6 py-6">
      <section className="stack gap-3" aria-labelledby="slots-title">
        <h2 id="slots-title" className="text-lg">
          {t("slots")}
        </h2>
        <p className="muted">{t("slotsText")}</p>
        {ahead.length === 0 ? <p className="muted">{t("noSlots")}</p> : null}
        {ahead.length > 0 ? (
          <form className="stack gap-4" method="post" action="/api/me/times">
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="eventId" value={event.id} />
            <input type="hidden" name="back" value={back} />
            <FormOf me={me} />
            <ul className="talklist timelist">
              {ahead.map((slot) => (
                <SlotLine key={slot.startsAt.toISOString()} slot={slot} chosen={chosen} {...props} />
              ))}
            </ul>
            <div>
              <Button type="submit" variant="match">
                {t("save")}
              </Button>
            </div>
          </form>
        ) : null}
      </section>
      <CalendarImports {...props} back={back} />
    </div>
  );
}
