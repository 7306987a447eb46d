import { setRequestLocale } from "next-intl/server";
import { readFlash } from "@/auth/flash";
import { currentActor, requirePerson } from "@/auth/session";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { MailedRequestView } from "@/components/talks/mailed-request";
import { BrokenRequest } from "@/components/talks/no-talks";
import { mailedRequest } from "@/domain/matchmaking/queries/listings";
import { meetingOfRequest } from "@/domain/matchmaking/queries/meetings";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { idOf } from "@/lib/ids";

type PageProps = { params: Promise<{ locale: string; requestId: string }> };

export const generateMetadata = titled((locale) => translator(locale, "talks")("page.label"), {
  referrer: "same-origin",
});

/** The page behind the link of a request's mail, for whoever was asked. Showing it changes nothing. */
export default async function Page({ params }: PageProps) {
  const { locale: language, requestId } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const id = idOf("request").safeParse(requestId);
  const [actor, flash] = await Promise.all([currentActor(), readFlash()]);
  const mailed = id.success ? await mailedRequest(actor, id.data) : undefined;
  // Whoever signs in again comes back to what they had written; a broken link leads nowhere, and says so.
  if (id.success && !mailed) await requirePerson(locale, `/me/talks/requests/${id.data}`);
  const meeting = mailed ? await meetingOfRequest(actor, mailed.request.requestId) : undefined;
  return (
    <SitePage
      locale={locale}
      path={`/me/talks/requests/${encodeURIComponent(requestId)}`}
      signedIn={actor.type === "person"}
      unlisted
    >
      {mailed ? (
        <MailedRequestView
          {...{ mailed, meeting, locale }}
          me={actor.type === "person" ? actor.personId : undefined}
          refused={flash}
        />
      ) : (
        <BrokenRequest locale={locale} />
      )}
    </SitePage>
  );
}
