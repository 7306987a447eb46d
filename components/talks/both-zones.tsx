import { useTranslations } from "next-intl";
import { slotForReader } from "@/components/talks/slot-words";
import type { Locale } from "@/lib/i18n/locales";

type BothZonesProps = {
  slot: { startsAt: Date; endsAt: Date };
  locale: Locale;
  /** The event's zone, and that of whoever reads. */
  zone: string;
  ownZone: string;
};

/** A slot on the reader's own clock, with the event's behind it where that shows something else. */
export function BothZones({ slot, ...place }: BothZonesProps) {
  const t = useTranslations("talks.request");
  const { day, clock, second } = slotForReader(slot, place);
  return (
    <>
      <b className="num">{day}</b> <span className="num">{clock}</span>
      {second === undefined ? null : (
        <small className="num bothzones">{t("eventTime", { when: second })}</small>
      )}
    </>
  );
}
