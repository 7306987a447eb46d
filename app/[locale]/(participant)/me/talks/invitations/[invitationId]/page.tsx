import { setRequestLocale } from "next-intl/server";
import { readFlash } from "@/auth/flash";
import { currentActor } from "@/auth/session";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { BrokenRequest } from "@/components/talks/no-talks";
import { TalkInvitationPage } from "@/components/talks/talk-invitation";
import { invitationToMe } from "@/domain/matchmaking/queries/talk-invitations";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { idOf } from "@/lib/ids";

type PageProps = {
  params: Promise<{ locale: string; invitationId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "talks")("page.label"), {
  referrer: "same-origin",
});

/** The page behind the link of an invitation's mail, for whoever is asked. Showing it changes nothing. */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale: language, invitationId } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const id = idOf("talkInvitation").safeParse(invitationId);
  const [actor, flash, query] = await Promise.all([currentActor(), readFlash(), searchParams]);
  const invitation = id.success ? await invitationToMe(actor, id.data) : undefined;
  return (
    <SitePage
      locale={locale}
      path={`/me/talks/invitations/${encodeURIComponent(invitationId)}`}
      signedIn={actor.type === "person"}
      unlisted
    >
      {invitation ? (
        <TalkInvitationPage
          invitation={invitation}
          locale={locale}
          failure={query.done ? undefined : flash?.failure}
          done={query.done}
          me={actor.type === "person" ? actor.personId : undefined}
        />
      ) : (
        <BrokenRequest locale={locale} />
      )}
    </SitePage>
  );
}
