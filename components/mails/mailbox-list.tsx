import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { href } from "@/lib/i18n/href";
import { homeZone, type Locale } from "@/lib/i18n/locales";
import { formatMoment } from "@/lib/time/format";
import { MailKindName } from "./mail-kind";
import type { MailboxEntry } from "./mailbox-entry";

const tones = { queued: "warning", sent: "success", failed: "danger", dropped: "neutral" } as const;

type MailCardProps = { mail: MailboxEntry; to: string; isOpen: boolean; locale: Locale };

/** One mail. Its HTML is there only once asked for: fifty of them are a megabyte and a half, and fifty frames. */
function MailCard({ mail, to, isOpen, locale }: MailCardProps) {
  const t = useTranslations("mails.mailbox");
  const alone = new URLSearchParams({ to, mail: mail.id });
  return (
    <Card id={mail.id} className="stack gap-3">
      <div className="row gap-2">
        <h2 className="text-base grow">{mail.subject}</h2>
        <Badge tone={tones[mail.state]}>{t(`states.${mail.state}`)}</Badge>
      </div>
      <p className="small muted">
        {t("to")}: {mail.to} · {formatMoment({ locale, zone: homeZone, at: new Date(mail.at) })} ·{" "}
        <MailKindName kind={mail.kind} />
      </p>
      <ul className="plain stack gap-1 small">
        {mail.links.map((link) => (
          <li key={`${link.label}${link.href}`}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t("text")}</summary>
        <pre className="small" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {mail.text}
        </pre>
      </details>
      {mail.ics === null ? null : (
        <details>
          <summary>{t("attachment", { method: mail.icsMethod ?? "" })}</summary>
          <pre className="small" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {mail.ics}
          </pre>
        </details>
      )}
      {isOpen ? (
        // Sandboxed: a mail is what somebody else may have typed, and it is shown on our own host.
        <iframe
          title={mail.subject}
          sandbox="allow-popups allow-top-navigation-by-user-activation"
          srcDoc={mail.html}
          style={{ width: "100%", height: "60rem", border: "1px solid var(--border)" }}
        />
      ) : (
        <a href={`${href(locale, `/dev/mailbox?${alone}`)}#${mail.id}`}>{t("html")}</a>
      )}
    </Card>
  );
}

type MailboxListProps = {
  mails: MailboxEntry[];
  to: string;
  /** The mail whose HTML is shown. */
  open: string;
  locale: Locale;
};

/** The development mailbox: what would have been sent, newest first, with a field to look for one address. */
export function MailboxList({ mails, to, open, locale }: MailboxListProps) {
  const t = useTranslations("mails.mailbox");
  return (
    <div className="wrap wrap--text stack gap-4">
      <div className="page-head">
        <h1>{t("title")}</h1>
        <p className="muted">{t("intro")}</p>
      </div>
      <form className="row gap-2" method="get">
        <label className="visually-hidden" htmlFor="to">
          {t("filter")}
        </label>
        <input
          className="input grow"
          id="to"
          name="to"
          type="email"
          defaultValue={to}
          placeholder={t("filter")}
        />
        <Button type="submit">{t("show")}</Button>
      </form>
      {mails.length === 0 ? <Empty icon="mail" title={t("empty")} /> : null}
      {mails.map((mail) => (
        <MailCard key={mail.id} mail={mail} to={to} isOpen={mail.id === open} locale={locale} />
      ))}
    </div>
  );
}
