import { useTranslations } from "next-intl";
import type { MyRegistrationProps } from "@/components/registration/my-registration-view";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatMoment } from "@/lib/time/format";

/** A seat that is held for this person: until when, and the button that takes it. No script needed. */
export function MyRegistrationOffer({
  registration,
  locale,
  now,
}: Pick<MyRegistrationProps, "registration" | "locale" | "now">) {
  const t = useTranslations("registration.mine");
  const { id, status, offeredUntil, event } = registration;
  if (status !== "offered" || !offeredUntil) return null;
  if (offeredUntil <= now) return <Notice tone="warning" title={t("offerOver")} />;
  const until = formatMoment({ locale, zone: event.timeZone, at: offeredUntil });
  return (
    <form className="stack gap-3" method="post" action={`/api/registrations/${id}/accept`}>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="form" value="seat" />
      <Notice tone="info" title={t("offerUntil", { until })}>
        <p className="small">{t("offerText")}</p>
      </Notice>
      <div>
        <Button type="submit" variant="primary" size="lg">
          {t("accept")}
        </Button>
      </div>
    </form>
  );
}
