import { useTranslations } from "next-intl";
import type { MyRegistrationProps } from "@/components/registration/my-registration-view";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatMoment } from "@/lib/time/format";

type SeatProps = Pick<MyRegistrationProps, "registration" | "seats" | "locale">;

function SwitchForm({ registration, seats, locale }: SeatProps) {
  const t = useTranslations("registration.mine");
  const other = seats?.other;
  if (!other || registration.status === "offered") return null;
  if (other.gives === "nothing") return <p className="small muted">{t(`noSeat.${other.attendance}`)}</p>;
  const isLine = other.gives === "waiting";
  return (
    <form className="stack gap-3" method="post" action={`/api/registrations/${registration.id}/switch`}>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="form" value="seat" />
      <input type="hidden" name="attendance" value={other.attendance} />
      {isLine ? <p className="small muted">{t("switchWaits")}</p> : null}
      <Button type="submit" block>
        {t(`switchTo.${other.attendance}`)}
      </Button>
    </form>
  );
}

/** How somebody takes part, and the way to the other kind of seats while there is one. */
export function MyRegistrationSeat(props: SeatProps) {
  const { registration, seats, locale } = props;
  const t = useTranslations("registration.mine");
  const { attendance, event } = registration;
  if (!seats?.switchUntil) return null;
  const until = formatMoment({ locale, zone: event.timeZone, at: seats.switchUntil });
  const where =
    attendance === "onsite" && event.place ? t("onsiteAt", { place: event.place }) : t(attendance);
  return (
    <Card small className="stack gap-3">
      <h2 className="text-base">{t("attendance")}</h2>
      <p className="small">{where}</p>
      <SwitchForm {...props} />
      <p className="small muted">{seats.other ? t("switchUntil", { until }) : t("switchOver", { until })}</p>
    </Card>
  );
}
