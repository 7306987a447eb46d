import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { UnsubscribePage } from "@/components/mails/unsubscribe-page";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { listNetworks } from "@/domain/alliance/queries";
import { isRefused } from "@/domain/notifications/queries/refusals";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { readUnsubscribeToken } from "@/lib/tokens";

type PageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

// The address is a key: no search engine may keep it, and no other page may learn it.
export const generateMetadata = titled((locale) => translator(locale, "mails")("unsubscribe.title"));

/** What the link in a mail shows that no registration needs: whose mails they are, and one button. */
export default async function Page({ params, searchParams }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const { token } = await searchParams;
  const refusal = typeof token === "string" ? await readUnsubscribeToken(token) : undefined;
  const [networks, refused] = await Promise.all([
    listNetworks(),
    refusal ? isRefused(refusal) : Promise.resolve(false),
  ]);
  const network = networks.find(({ id }) => id === refusal?.networkId);
  if (typeof token !== "string" || !refusal || !network) notFound();
  return (
    <SitePage locale={locale} path="/unsubscribe" unlisted>
      <UnsubscribePage network={network.name} token={token} isOff={refused} locale={locale} />
    </SitePage>
  );
}
