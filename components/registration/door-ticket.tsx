import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { QrCode } from "@/components/ui/qr-code";

/** What its holder shows at the door. */
export function DoorTicket({ code, place }: { code: string; place: string | null }) {
  const t = useTranslations("registration.mine.ticket");
  return (
    <div className="card__foot doorticket">
      <QrCode text={code} label={t("code")} />
      <div className="stack gap-2">
        <h3 className="text-base">{t("title")}</h3>
        {place === null ? null : (
          <p className="row row--nowrap gap-2 small">
            <Icon name="map-pin" size="sm" />
            {place}
          </p>
        )}
        <p className="small muted">{t("text")}</p>
      </div>
    </div>
  );
}
