import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { mailboxEntry } from "@/components/mails/mailbox-entry";
import { MailboxList } from "@/components/mails/mailbox-list";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { listMailbox } from "@/domain/notifications/queries/mailbox";
import { env } from "@/lib/env";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type PageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const dynamic = "force-dynamic";

export const generateMetadata = titled((locale) => translator(locale, "mails")("mailbox.title"));

/** The mailbox of demo mode, which no public origin has: `?to=` is an address, `?mail=` the mail whose HTML is shown. */
export default async function Page({ params, searchParams }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  if (!env().PLENUM_DEMO) notFound();
  const { to, mail } = await searchParams;
  const address = typeof to === "string" ? to : "";
  const mails = await listMailbox(address === "" ? undefined : address, 50);
  return (
    <SitePage locale={locale} path="/dev/mailbox" unlisted>
      <MailboxList
        mails={mails.map(mailboxEntry)}
        to={address}
        open={typeof mail === "string" ? mail : ""}
        locale={locale}
      />
    </SitePage>
  );
}
