import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { readFlash } from "@/auth/flash";
import { hasFreshLogin } from "@/auth/fresh";
import { requirePerson } from "@/auth/session";
import { MyData } from "@/components/account/my-data";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { addressTies } from "@/domain/alliance/queries/address-ties";
import { onlyOwnedBy } from "@/domain/alliance/queries/tasks";
import { profileOf } from "@/domain/people/queries";
import { listMyRegistrations } from "@/domain/registration/queries";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type PageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "privacy")("page.title"));

/** What is held about the signed-in person, and everything they can do about it, in one place. */
export default async function Page({ params, searchParams }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const person = await requirePerson(locale, "/me/data");
  const [profile, registrations, isFresh, handOver, query, refused] = await Promise.all([
    profileOf(person),
    listMyRegistrations(person),
    hasFreshLogin(person),
    onlyOwnedBy(person),
    searchParams,
    readFlash(),
  ]);
  if (!profile) notFound();
  const ties = await addressTies({ personId: profile.id, fromEmail: profile.email });
  return (
    <SitePage locale={locale} path="/me/data" current="me" signedIn>
      <MyData
        profile={profile}
        registrations={registrations}
        isFresh={isFresh}
        handOver={handOver}
        ties={ties}
        done={query.done}
        refused={query.done ? undefined : refused}
        locale={locale}
      />
    </SitePage>
  );
}
