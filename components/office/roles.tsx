import { useTranslations } from "next-intl";
import { changeRoleAction, offerRoleAction, withdrawRoleAction } from "@/actions/alliance";
import { ActionForm } from "@/components/desk/action-form";
import { ActionSelect } from "@/components/desk/answered-form";
import { RoleOffers } from "@/components/office/role-offers";
import { Badge } from "@/components/ui/badge";
import type { RoleList } from "@/domain/alliance/queries/office";
import { officeRoles } from "@/domain/alliance/rules";
import type { Locale } from "@/lib/i18n/locales";

type RolesProps = { networkId: string; list: RoleList; viewerId: string; locale: Locale };
const quiet = { variant: "danger-quiet", size: "sm" } as const;

/** Who has which role, who was offered one, and the form that offers one. */
export function Roles({ networkId, list, viewerId, locale }: RolesProps) {
  const t = useTranslations("office");
  return (
    <div className="deskcols">
      <section className="stack gap-3">
        <h2 className="text-xl">{t("holders.title")}</h2>
        <p className="small muted">{t("holders.hint")}</p>
        <ul className="divided">
          {list.holders.map((holder) => (
            <Holder key={holder.personId} {...{ networkId, holder, viewerId }} />
          ))}
        </ul>
      </section>
      <aside className="stack gap-4">
        <RoleOffers
          action={offerRoleAction}
          hidden={{ networkId }}
          offers={list.offers.map((offer) => ({ ...offer, role: t(`roles.${offer.role}`) }))}
          roles={officeRoles.map((value) => ({
            value,
            name: t(`roles.${value}`),
            hint: t(`roleHints.${value}`),
          }))}
          // What most people are invited for stands second, after the owners.
          usual="organizer"
          locale={locale}
        />
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
      <div className="grow basis-48">
        <b>{name}</b> {personId === viewerId ? <Badge tone="outline">{t("holders.you")}</Badge> : null}
        <div className="small muted">{email}</div>
      </div>
      <ActionForm
        action={changeRoleAction}
        submit={t("holders.change")}
        submitLabel={t("holders.changeNamed", { name })}
        look={{ variant: "secondary", size: "sm" }}
        className="row items-end gap-2"
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
