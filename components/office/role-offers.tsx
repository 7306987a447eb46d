import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { withdrawRoleOfferAction } from "@/actions/alliance";
import { ActionForm } from "@/components/desk/action-form";
import { ActionField, ActionTile } from "@/components/desk/answered-form";
import { Card } from "@/components/ui/card";
import { homeZone, type Locale } from "@/lib/i18n/locales";
import type { Id } from "@/lib/ids";
import { formatMoment } from "@/lib/time/format";

type RoleOffersProps = {
  /** Open ones, with the name of the role. */
  offers: readonly { id: string; email: string; role: string; expiresAt: Date }[];
  /** What can be offered here, each with what it lets somebody do. */
  roles: readonly { value: string; name: string; hint: string }[];
  /** What is offered most, so that it need not be chosen. */
  usual: string;
  action: ComponentProps<typeof ActionForm<{ invitationId: Id<"roleInvitation"> }>>["action"];
  /** What the form says of the office or the event. */
  hidden: Readonly<Record<string, string>>;
  locale: Locale;
};

/** Who was invited to a role and has not agreed yet, and the form that invites by mail. */
export function RoleOffers({ offers, roles, usual, action, hidden, locale }: RoleOffersProps) {
  const t = useTranslations("office");
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("offers.title")}</h2>
      <p className="small muted">{t("offers.hint")}</p>
      {offers.length === 0 ? <p className="small">{t("offers.none")}</p> : null}
      <ul className="divided">
        {offers.map((offer) => (
          <OpenOffer key={offer.id} offer={offer} locale={locale} />
        ))}
      </ul>
      <ActionForm
        action={action}
        submit={t("offers.offer")}
        look={{ variant: "primary", size: "sm" }}
        done={t("offers.offered")}
        id="offer"
      >
        {Object.entries({ ...hidden, locale }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ActionField label={t("offers.email")} name="email" type="email" autoComplete="off" required />
        <fieldset className="tiles">
          <legend className="label">{t("holders.role")}</legend>
          {roles.map(({ value, name, hint }) => (
            <ActionTile key={value} name="role" value={value} defaultChecked={value === usual}>
              <b>{name}</b>
              <small>{hint}</small>
            </ActionTile>
          ))}
        </fieldset>
      </ActionForm>
    </Card>
  );
}

type OpenOfferProps = { offer: RoleOffersProps["offers"][number]; locale: Locale };

function OpenOffer({ offer: { id, email, role, expiresAt }, locale }: OpenOfferProps) {
  const t = useTranslations("office.offers");
  const until = formatMoment({ locale, zone: homeZone, at: expiresAt });
  return (
    <li className="stack gap-1 py-2">
      <b>{email}</b>
      <span className="small muted">{t("until", { role, until })}</span>
      <ActionForm
        action={withdrawRoleOfferAction}
        submit={t("withdraw")}
        submitLabel={t("withdrawNamed", { email })}
        look={{ variant: "danger-quiet", size: "sm" }}
        className="row"
      >
        <input type="hidden" name="invitationId" value={id} />
      </ActionForm>
    </li>
  );
}
