import { useTranslations } from "next-intl";
import {
  changeRoleAction,
  offerRoleAction,
  withdrawRoleAction,
  withdrawRoleOfferAction,
} from "@/actions/alliance";
import { ActionForm } from "@/components/desk/action-form";
import { ActionField, ActionSelect, ActionTile } from "@/components/desk/answered-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { RoleList } from "@/domain/alliance/queries/office";
import { officeRoles } from "@/domain/alliance/rules";
import { homeZone, type Locale } from "@/lib/i18n/locales";
import { formatMoment } from "@/lib/time/format";

type RolesProps = { networkId: string; list: RoleList; viewerId: string; locale: Locale };
const quiet = { variant: "danger-quiet", size: "sm" } as const;

/** Who has which role, who was offered one, and the form that offers one. */
export function Roles({ networkId, list, viewerId, locale }: RolesProps) {
  const t = useTranslations("office.holders");
  return (
    <div className="deskcols">
      <section className="stack gap-3">
        <h2 className="text-xl">{t("title")}</h2>
        <p className="small muted">{t("hint")}</p>
        <ul className="divided">
          {list.holders.map((holder) => (
            <Holder key={holder.personId} {...{ networkId, holder, viewerId }} />
          ))}
        </ul>
      </section>
      <aside className="stack gap-4">
        <Offers {...{ networkId, offers: list.offers, locale }} />
      </aside>
    </div>
  );
}

type HolderProps = Pick<RolesProps, "networkId" | "viewerId"> & { holder: RoleList["holders"][number] };

function Holder({ networkId, holder, viewerId }: HolderProps) {
  const t = useTranslations("office");
  const { personId, name, email, role } = holder;
  const options = officeRoles.map((value) => ({ value, label: t(`roles.${value}`) }));
  const hidden = (
    <>
      <input type="hidden" name="networkId" value={networkId} />
      <input type="hidden" name="personId" value={personId} />
    </>
  );
  return (
    <li className="row between gap-3 py-3">
      <div className="grow">
        <b>{name}</b> {personId === viewerId ? <Badge tone="outline">{t("holders.you")}</Badge> : null}
        <div className="small muted">{email}</div>
      </div>
      <ActionForm
        action={changeRoleAction}
        submit={t("holders.change")}
        submitLabel={t("holders.changeNamed", { name })}
        look={{ variant: "secondary", size: "sm" }}
        className="row gap-2"
        id={personId}
      >
        {hidden}
        <ActionSelect
          label={t("holders.role")}
          aria-label={t("holders.roleOf", { name })}
          name="role"
          options={options}
          defaultValue={role}
          small
        />
      </ActionForm>
      <ActionForm
        action={withdrawRoleAction}
        submit={t("holders.withdraw")}
        submitLabel={t("holders.withdrawNamed", { name })}
        look={quiet}
        className="row"
      >
        {hidden}
      </ActionForm>
    </li>
  );
}

type OffersProps = Pick<RolesProps, "networkId" | "locale"> & { offers: RoleList["offers"] };

function Offers({ networkId, offers, locale }: OffersProps) {
  const t = useTranslations("office.offers");
  const r = useTranslations("office");
  const untilOf = (at: Date) => formatMoment({ locale, zone: homeZone, at });
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <p className="small muted">{t("hint")}</p>
      {offers.length === 0 ? <p className="small">{t("none")}</p> : null}
      <ul className="divided">
        {offers.map(({ id, email, role, expiresAt }) => (
          <li key={id} className="stack gap-1 py-2">
            <b>{email}</b>
            <span className="small muted">
              {t("until", { role: r(`roles.${role}`), until: untilOf(expiresAt) })}
            </span>
            <ActionForm
              action={withdrawRoleOfferAction}
              submit={t("withdraw")}
              submitLabel={t("withdrawNamed", { email })}
              look={quiet}
              className="row"
            >
              <input type="hidden" name="invitationId" value={id} />
            </ActionForm>
          </li>
        ))}
      </ul>
      <ActionForm
        action={offerRoleAction}
        submit={t("offer")}
        look={{ variant: "primary", size: "sm" }}
        done={t("offered")}
        id="offer"
      >
        <input type="hidden" name="networkId" value={networkId} />
        <input type="hidden" name="locale" value={locale} />
        <ActionField label={t("email")} name="email" type="email" autoComplete="off" required />
        <fieldset className="tiles">
          <legend className="label">{r("holders.role")}</legend>
          {officeRoles.map((role, index) => (
            // What most people are invited for stands second, after the owners.
            <ActionTile key={role} name="role" value={role} defaultChecked={index === 1}>
              <b>{r(`roles.${role}`)}</b>
              <small>{r(`roleHints.${role}`)}</small>
            </ActionTile>
          ))}
        </fieldset>
      </ActionForm>
    </Card>
  );
}
