import { useTranslations } from "next-intl";
import { retryMailAction } from "@/actions/notifications";
import { ActionForm } from "@/components/desk/action-form";
import { MailKindName } from "@/components/mails/mail-kind";
import { logStates, type SendLogFilter } from "@/components/mails/send-log-filter";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { bouncedWith, stoppedWith } from "@/domain/notifications/labels";
import type { LoggedMail, SendLog } from "@/domain/notifications/queries/send-log";
import { failureOf } from "@/domain/notifications/rules";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatMoment } from "@/lib/time/format";

type SendLogTableProps = {
  log: SendLog;
  filter: SendLogFilter;
  eventId: string;
  path: string;
  locale: Locale;
  zone: string;
};

const tones = { queued: "warning", sent: "success", failed: "danger", dropped: "outline" } satisfies Record<
  LoggedMail["state"],
  BadgeTone
>;
/** As many as one page of the query holds. */
const PAGE = 50;

/** Every mail of an event, by state and page, with another try for what came to nothing. */
export function SendLogTable({ log, filter, eventId, path, locale, zone }: SendLogTableProps) {
  const t = useTranslations("mails.log");
  const pageLink = (page: number) =>
    href(locale, `${path}?${new URLSearchParams({ state: filter.state, page: String(page) })}`);
  const all = Object.values(log.counts).reduce((sum, count) => sum + count, 0);
  const countOf = (state: (typeof logStates)[number]) => (state === "all" ? all : log.counts[state]);
  return (
    <div className="stack gap-4" data-density="compact">
      <SegmentedLinks
        label={t("state")}
        links={logStates.map((state) => ({
          href: href(locale, `${path}?${new URLSearchParams({ state })}`),
          label: t("choice", { state: t(`states.${state}`), count: countOf(state) }),
          current: state === filter.state,
        }))}
      />
      {log.mails.length === 0 ? <Empty icon="mail" title={t("empty")} /> : null}
      {log.mails.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="table-scroll" tabIndex={0} aria-label={t("title")}>
          <table className="table peopletable">
            <thead>
              <tr>
                <th scope="col">{t("to")}</th>
                <th scope="col">{t("kind")}</th>
                <th scope="col">{t("at")}</th>
                <th scope="col">{t("state")}</th>
                <th scope="col">{t("retry")}</th>
              </tr>
            </thead>
            <tbody>
              {log.mails.map((mail) => (
                <MailRow key={mail.id} {...{ mail, eventId, locale, zone }} />
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      <p className="small muted">{t("kept")}</p>
      <div className="row gap-2">
        {filter.page > 1 ? (
          <ButtonLink size="sm" href={pageLink(filter.page - 1)}>
            {t("newer")}
          </ButtonLink>
        ) : null}
        {countOf(filter.state) > filter.page * PAGE ? (
          <ButtonLink size="sm" href={pageLink(filter.page + 1)}>
            {t("older")}
          </ButtonLink>
        ) : null}
      </div>
    </div>
  );
}

type MailRowProps = Pick<SendLogTableProps, "eventId" | "locale" | "zone"> & { mail: LoggedMail };

function MailRow({ mail, eventId, locale, zone }: MailRowProps) {
  const t = useTranslations("mails.log");
  const failure = mail.lastError === null ? undefined : failureOf(mail.lastError);
  const bounced = mail.lastError === null ? undefined : bouncedWith(mail.lastError);
  const stopped = mail.lastError === null ? undefined : stoppedWith(mail.lastError);
  return (
    <tr>
      <th scope="row">
        <span className="text-fg">{mail.toName || mail.toEmail}</span>
        {mail.toName ? <p className="small muted">{mail.toEmail}</p> : null}
      </th>
      <td>
        <MailKindName kind={mail.kind} />
      </td>
      <td className="num" data-label={t("at")}>
        {formatMoment({ locale, zone, at: mail.sentAt ?? mail.createdAt })}
      </td>
      <td className="is-end">
        <Badge tone={tones[mail.state]}>{t(`states.${mail.state}`)}</Badge>
        {failure ? <p className="small muted">{t(`failures.${failure}`)}</p> : null}
        {bounced ? <p className="small muted">{t("bounced", { status: bounced })}</p> : null}
        {stopped ? <p className="small muted">{t("stopped", { status: stopped })}</p> : null}
        {mail.state === "queued" && mail.attempts > 0 ? (
          <p className="small muted">
            {t("again", { count: mail.attempts, at: formatMoment({ locale, zone, at: mail.nextAttemptAt }) })}
          </p>
        ) : null}
      </td>
      <td>
        {mail.state === "failed" ? (
          <ActionForm
            action={retryMailAction}
            submit={t("retry")}
            submitLabel={t("retryNamed", { name: mail.toName || mail.toEmail })}
            look={{ variant: "quiet", size: "xs" }}
            className="row"
          >
            <input type="hidden" name="eventId" value={eventId} />
            <input type="hidden" name="mailId" value={mail.id} />
          </ActionForm>
        ) : null}
      </td>
    </tr>
  );
}
