import { useTranslations } from "next-intl";
import { createInvitationAction, revokeInvitationAction } from "@/actions/registration";
import { ActionForm } from "@/components/desk/action-form";
import { ActionField } from "@/components/desk/answered-form";
import { invitationText } from "@/components/registration/invitation-text";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import type { InvitationView } from "@/domain/registration/queries/invitations";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatMoment } from "@/lib/time/format";

type EditorProps = {
  eventId: string;
  invitations: readonly InvitationView[];
  /** Our own address: the link is for copying. */
  origin: string;
  locale: Locale;
  zone: string;
};

function InvitationRow({ invitation, origin, locale, zone }: RowProps) {
  const t = useTranslations("organizer.invitations");
  const { id, code, label, uses, maxUses, expiresAt, isOpen } = invitation;
  const shown = invitationText(code);
  return (
    <li className="row between gap-3 py-3">
      <div className="grow">
        <b>{label || shown}</b>
        <div className="small">
          <span className="num">{shown}</span> ·{" "}
          <a href={href(locale, `/i/${code}`)}>{`${origin}${href(locale, `/i/${code}`)}`}</a>
        </div>
        <div className="small muted">
          {t("used", { uses, max: maxUses })}
          {expiresAt ? ` · ${t("until", { until: formatMoment({ locale, zone, at: expiresAt }) })}` : null}
        </div>
      </div>
      {isOpen ? (
        <ActionForm
          action={revokeInvitationAction}
          submit={t("revoke")}
          submitLabel={t("revokeNamed", { name: label || shown })}
          look={{ variant: "danger-quiet", size: "sm" }}
          className="row"
        >
          <input type="hidden" name="invitationId" value={id} />
        </ActionForm>
      ) : (
        <Badge tone="outline">{t("over")}</Badge>
      )}
    </li>
  );
}
type RowProps = Pick<EditorProps, "origin" | "locale" | "zone"> & { invitation: InvitationView };

/** Codes that let people in, with their links, and the form for one more. */
export function InvitationsEditor({ eventId, invitations, ...place }: EditorProps) {
  const t = useTranslations("organizer.invitations");
  return (
    <section className="stack gap-3">
      <h2 className="text-xl">{t("title")}</h2>
      <p className="small muted">{t("hint")}</p>
      {invitations.length > 0 ? (
        <ul className="divided">
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} {...place} />
          ))}
        </ul>
      ) : null}
      <details className="editadd">
        <summary>
          <Icon name="plus" />
          {t("add")}
        </summary>
        <div className="editrow__form">
          <ActionForm
            action={createInvitationAction}
            submit={t("create")}
            look={{ variant: "secondary", size: "sm" }}
            done={t("created")}
            id="invitation"
          >
            <input type="hidden" name="eventId" value={eventId} />
            <ActionField label={t("label")} hint={t("labelHint")} name="label" maxLength={120} />
            <ActionField label={t("maxUses")} name="maxUses" inputMode="numeric" defaultValue={1} />
            <ActionField
              label={t("expires")}
              hint={t("expiresHint")}
              name="expiresLocal"
              type="datetime-local"
            />
          </ActionForm>
        </div>
      </details>
    </section>
  );
}
