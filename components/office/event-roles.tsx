import { useTranslations } from "next-intl";
import { leaveEventRoleAction, offerEventRoleAction, withdrawEventRoleAction } from "@/actions/alliance";
import { ActionForm } from "@/components/desk/action-form";
import { RoleOffers } from "@/components/office/role-offers";
import { AddressText } from "@/components/ui/address-text";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { EventRoleList } from "@/domain/alliance/queries/event-roles";
import { eventRoleNames } from "@/domain/alliance/rules";
import type { Locale } from "@/lib/i18n/locales";

type EventRolesProps = { eventId: string; list: EventRoleList; viewerId: string; locale: Locale };
const quiet = { variant: "danger-quiet", size: "sm" } as const;

/** Who does what at an event, who looks after it anyway, and for the network's owners the form that invites. */
export function EventRoles({ eventId, list, viewerId, locale }: EventRolesProps) {
  const t = useTranslations("office");
  const { holders, offers } = list;
  return (
    <div className="deskcols">
      <div className="stack gap-6">
        <section className="stack gap-3">
          <h2 className="text-xl">{t("atEvent.title")}</h2>
          <p className="small muted">{t(offers ? "atEvent.hint" : "atEvent.ownersGive")}</p>
          {holders.length === 0 ? <p>{t("atEvent.nobody")}</p> : null}
          <ul className="divided">
            {holders.map((holder) => (
              <Holder
                key={holder.personId}
                {...{ eventId, holder, viewerId }}
                mayTake={offers !== undefined}
              />
            ))}
          </ul>
        </section>
        <Office office={list.office} />
      </div>
      <aside className="stack gap-4">
        {offers ? (
          <RoleOffers
            action={offerEventRoleAction}
            hidden={{ eventId }}
            offers={offers.map((offer) => ({ ...offer, role: t(`atEvent.roles.${offer.role}`) }))}
            roles={eventRoleNames.map((value) => ({
              value,
              name: t(`atEvent.roles.${value}`),
              hint: t(`atEvent.roleHints.${value}`),
            }))}
            usual="cohost"
            locale={locale}
          />
        ) : null}
      </aside>
    </div>
  );
}

type HolderProps = Pick<EventRolesProps, "eventId" | "viewerId"> & {
  holder: EventRoleList["holders"][number];
  mayTake: boolean;
};

function Holder({ eventId, holder, viewerId, mayTake }: HolderProps) {
  const t = useTranslations("office");
  const { personId, name, email, role } = holder;
  const isMe = personId === viewerId;
  return (
    <li className="row between gap-3 py-3">
      <div className="grow basis-48">
        <b>{name}</b> <Badge>{t(`atEvent.roles.${role}`)}</Badge>{" "}
        {isMe ? <Badge tone="outline">{t("holders.you")}</Badge> : null}
        {email ? (
          <div className="small muted">
            <AddressText>{email}</AddressText>
          </div>
        ) : null}
        <div className="small muted">{t(`atEvent.roleHints.${role}`)}</div>
      </div>
      {isMe ? (
        <ActionForm action={leaveEventRoleAction} submit={t("atEvent.leave")} look={quiet} className="row">
          <input type="hidden" name="eventId" value={eventId} />
        </ActionForm>
      ) : null}
      {mayTake && !isMe ? (
        <ActionForm
          action={withdrawEventRoleAction}
          submit={t("holders.withdraw")}
          submitLabel={t("holders.withdrawNamed", { name })}
          look={quiet}
          className="row"
        >
          <input type="hidden" name="eventId" value={eventId} />
          <input type="hidden" name="personId" value={personId} />
        </ActionForm>
      ) : null}
    </li>
  );
}

/** Whoever is in the office needs no role here, and somebody who answers for the event is always among them. */
function Office({ office }: Pick<EventRoleList, "office">) {
  const t = useTranslations("office");
  return (
    <Card className="stack gap-2">
      <h2 className="text-lg">{t("atEvent.office")}</h2>
      <p className="small muted">{t("atEvent.officeHint")}</p>
      <ul className="divided">
        {office.map(({ personId, name, role }) => (
          <li key={personId} className="row between gap-3 py-2">
            <span>{name}</span>
            <span className="small muted">{t(`roles.${role}`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
