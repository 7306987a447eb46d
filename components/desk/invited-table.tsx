import { useTranslations } from "next-intl";
import { resendInvitationAction, revokeInvitationAction } from "@/actions/registration";
import { ActionForm } from "@/components/desk/action-form";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { InvitedAs } from "@/domain/notifications/labels";
import type { InvitedRow, listInvited } from "@/domain/notifications/queries/invited";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatMoment } from "@/lib/time/format";

const tones = {
  used: "success",
  registered: "success",
  sent: "primary",
  waiting: "warning",
  failed: "danger",
  skipped: "outline",
  withdrawn: "outline",
  forgotten: "neutral",
} satisfies Record<InvitedAs, BadgeTone>;

/** As many as one page of the query holds. */
const PAGE = 50;

type InvitedTableProps = {
  invited: NonNullable<Awaited<ReturnType<typeof listInvited>>>;
  page: number;
  path: string;
  locale: Locale;
  zone: string;
};

/** Who was invited by mail and what came of it, with another mail and the way back for whoever has not come yet. */
export function InvitedTable({ invited: { rows, all }, page, path, locale, zone }: InvitedTableProps) {
  const t = useTranslations("organizer.invited");
  const pageLink = (other: number) => href(locale, `${path}?${new URLSearchParams({ page: String(other) })}`);
  if (rows.length === 0) return <Empty icon="mail" title={t("none")} />;
  return (
    <div data-density="compact">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={t("people")}>
        <table className="table peopletable">
          <thead>
            <tr>
              {(["address", "at", "state", "act"] as const).map((head) => (
                <th key={head} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((person) => (
              <InvitedPerson key={person.id} {...{ person, locale, zone }} />
            ))}
          </tbody>
        </table>
      </section>
      <div className="row between mt-3">
        <span className="small muted">{t("all", { count: all })}</span>
        <span className="row gap-2">
          {page > 1 ? (
            <ButtonLink size="sm" rel="prev" href={pageLink(page - 1)}>
              {t("newer")}
            </ButtonLink>
          ) : null}
          {page * PAGE < all ? (
            <ButtonLink size="sm" rel="next" href={pageLink(page + 1)}>
              {t("older")}
            </ButtonLink>
          ) : null}
        </span>
      </div>
    </div>
  );
}

const isOver = (as: InvitedAs) => as === "used" || as === "registered" || as === "withdrawn";

type InvitedPersonProps = Pick<InvitedTableProps, "locale" | "zone"> & { person: InvitedRow };

function InvitedPerson({ person: { id, email, name, mailedAt, as }, locale, zone }: InvitedPersonProps) {
  const t = useTranslations("organizer.invited");
  const hidden = <input type="hidden" name="invitationId" value={id} />;
  return (
    <tr>
      <th scope="row">
        <span className="text-fg">{name || email}</span>
        {name ? <p className="small muted">{email}</p> : null}
      </th>
      <td className="num" data-label={t("at")}>
        {mailedAt ? formatMoment({ locale, zone, at: mailedAt }) : null}
      </td>
      <td className="is-end">
        <Badge tone={tones[as]}>{t(`states.${as}`)}</Badge>
      </td>
      <td className="is-act">
        {isOver(as) ? null : (
          <div className="row gap-2">
            <ActionForm
              action={resendInvitationAction}
              submit={t("resend")}
              submitLabel={t("resendNamed", { name: name || email })}
              look={{ variant: "quiet", size: "xs" }}
              className="row"
            >
              {hidden}
            </ActionForm>
            <ActionForm
              action={revokeInvitationAction}
              submit={t("withdraw")}
              submitLabel={t("withdrawNamed", { name: name || email })}
              look={{ variant: "danger-quiet", size: "xs" }}
              className="row"
            >
              {hidden}
            </ActionForm>
          </div>
        )}
      </td>
    </tr>
  );
}
