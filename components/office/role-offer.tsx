import { useTranslations } from "next-intl";
import { acceptRoleAction } from "@/actions/alliance";
import { ActionForm } from "@/components/desk/action-form";
import { roleWords } from "@/components/office/role-words";
import { ButtonLink } from "@/components/ui/button";
import { NetworkMark } from "@/components/ui/network-mark";
import type { RoleOffer } from "@/domain/alliance/queries/role-offers";
import { href } from "@/lib/i18n/href";
import { homeZone, type Locale } from "@/lib/i18n/locales";
import { formatMoment, formatSpan } from "@/lib/time/format";

/** What a mailed offer says, with the button that accepts it; and to whom it does not belong, that there is none. */
export function RoleOfferView({
  offer,
  email,
  locale,
}: {
  offer: RoleOffer | undefined;
  /** Of whoever is signed in. */
  email: string;
  locale: Locale;
}) {
  const t = useTranslations("office");
  if (!offer)
    return (
      <>
        <h1>{t("offered.noneTitle")}</h1>
        <p>{t("offered.none", { email })}</p>
        <ButtonLink href={href(locale, "/o")}>{t("offered.toOffice")}</ButtonLink>
      </>
    );
  const { network, event, role } = offer;
  const words = roleWords({ role, atEvent: event !== null });
  const until = formatMoment({ locale, zone: homeZone, at: offer.expiresAt });
  return (
    <>
      <div className="row gap-3">
        <NetworkMark mark={network.mark} colour={network.colour} />
        <h1>{t("offered.heading", { network: network.name })}</h1>
      </div>
      {event ? (
        <p>
          <b lang={event.language}>{event.title}</b>, {formatSpan({ locale, zone: event.timeZone, ...event })}
        </p>
      ) : null}
      <p className="lead">{t("offered.as", { role: t(words.name) })}</p>
      <p>{t(words.hint)}</p>
      <p className="small muted">{t("offered.until", { until })}</p>
      <ActionForm
        action={acceptRoleAction}
        submit={t("offered.accept")}
        look={{ variant: "primary", size: "lg", block: true }}
      >
        <input type="hidden" name="invitationId" value={offer.id} />
        <input type="hidden" name="locale" value={locale} />
      </ActionForm>
    </>
  );
}
