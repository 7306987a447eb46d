import { useTranslations } from "next-intl";
import { badgeSize } from "@/components/checkin/badge-size";
import type { DoorEventView } from "@/components/checkin/door-page";
import type { DoorPerson } from "@/components/checkin/find-people";
import { PaperWays } from "@/components/checkin/paper-ways";
import { Empty } from "@/components/ui/empty";
import type { NetworkLook } from "@/components/ui/network-mark";
import type { Locale } from "@/lib/i18n/locales";
import { inDoorOrder } from "@/lib/name-order";

type BadgeSheetProps = {
  event: DoorEventView;
  network: NetworkLook | undefined;
  people: readonly DoorPerson[];
  locale: Locale;
  /** The one registration whose badge is wanted. */
  only: string | undefined;
};

/** Badges of 90 by 54 mm, ten to a sheet of A4, in the order of the door's list. */
export function BadgeSheet({ event, network, people, locale, only }: BadgeSheetProps) {
  const t = useTranslations("checkin");
  if (people.length === 0) return <Empty icon="users" title={t("badges.empty")} />;
  return (
    <div className="stack gap-4">
      <div className="row between noprint">
        <p className="small muted">{t("badges.hint", { count: people.length })}</p>
        <PaperWays event={event} locale={locale} paper="badges" only={only} count={people.length} />
      </div>
      <ul className="plain badges">
        {inDoorOrder(people).map(({ id, name, organisation }) => (
          <li key={id} className="namebadge">
            <p className="namebadge__event" lang={event.language}>
              {event.title}
            </p>
            <p className={`namebadge__name namebadge__name--${badgeSize(name)}`} translate="no">
              {name}
            </p>
            <p className="namebadge__org" translate="no">
              {organisation}
            </p>
            <p className="namebadge__net">{network?.name}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
