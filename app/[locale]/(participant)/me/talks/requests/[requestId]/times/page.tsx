import { redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { readFlash } from "@/auth/flash";
import { currentActor, requirePerson } from "@/auth/session";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { ChangePage } from "@/components/talks/change-page";
import { changeableRequest } from "@/domain/matchmaking/queries/changeable";
import { mailedRequest } from "@/domain/matchmaking/queries/listings";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { idOf } from "@/lib/ids";

type PageProps = { params: Promise<{ locale: string; requestId: string }> };

export const generateMetadata = titled((locale) => translator(locale, "talks")("page.label"), {
  referrer: "same-origin",
});

/** Other times for a request that waits: the asker changes it, the asked person answers with them. */
export default async function Page({ params }: PageProps) {
  const { locale: language, requestId } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const id = idOf("request").safeParse(requestId);
  const [actor, flash] = await Promise.all([currentActor(), readFlash()]);
  const found = id.success ? await changeableRequest(actor, id.data) : undefined;
  const page = `/me/talks/requests/${encodeURIComponent(requestId)}`;
  // Whoever signs in again comes back to what they had written.
  if (!found && !(id.success && (await mailedRequest(actor, id.data))))
    await requirePerson(locale, `${page}/times`);
  // Answered meanwhile, or somebody else's: its own page says what there is to say.
  if (!found) redirect(href(locale, page));
  return (
    <SitePage locale={locale} path={`${page}/times`} signedIn={actor.type === "person"} unlisted>
      <ChangePage
        {...{ found, locale }}
        me={actor.type === "person" ? actor.personId : undefined}
        refused={flash?.entered.requestId === found.request.requestId ? flash : undefined}
      />
    </SitePage>
  );
}
