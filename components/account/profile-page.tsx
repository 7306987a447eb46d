import { useTranslations } from "next-intl";
import { ListingForm } from "@/components/account/listing-form";
import { ProfileForm } from "@/components/account/profile-form";
import { BlockedPeople, TalkPreview } from "@/components/account/talk-cards";
import type { RefusedForm } from "@/components/registration/field-errors";
import { Crumbs } from "@/components/site/crumbs";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { PickField } from "@/domain/board/rules";
import type { MyListing } from "@/domain/matchmaking/queries/listings";
import type { MyTalkProfile, ProfileView } from "@/domain/matchmaking/queries/profiles";
import type { WordedReason } from "@/domain/matchmaking/rules";
import type { PersonView } from "@/domain/people/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import "@/components/board/board.css";
import "./account.css";

type ProfilePageProps = {
  profile: PersonView;
  listing: MyListing;
  talk: MyTalkProfile;
  preview: ProfileView;
  fields: readonly PickField[];
  /** The event with talks that the listing is made for; without one there is nothing to seek people in. */
  event: { id: string; slug: string } | undefined;
  zones: readonly string[];
  locale: Locale;
  done?: unknown;
  refused?: RefusedForm | undefined;
};

/** The reasons by which others find somebody: what they offer to who seeks it, what they seek from who offers it. */
function reasonsIn({ needs, offers }: MyListing, fields: readonly PickField[]): WordedReason[] {
  const called = new Map(fields.flatMap(({ tags }) => tags.map(({ tag, words }) => [tag, words] as const)));
  const worded = (direction: WordedReason["direction"], tags: readonly string[]) =>
    tags.flatMap((tag) => {
      const words = called.get(tag);
      return words ? [{ direction, tag, words }] : [];
    });
  return [...worded("they_offer", offers), ...worded("they_seek", needs)];
}

/** What others see of a person, and what it seeks and offers. */
export function ProfilePage(props: ProfilePageProps) {
  const { profile, listing, talk, preview, fields, event, zones, locale, done, refused } = props;
  const t = useTranslations("account.profile");
  const week = useTranslations("account.week");
  const refusedBy = (form: string) => (refused?.entered.form === form ? refused : undefined);
  return (
    <div className="wrap wrap--text section--tight stack gap-6">
      <Crumbs
        locale={locale}
        items={[{ href: href(locale, "/me"), label: week("title") }, { label: t("title") }]}
      />
      <div className="stack gap-2">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
      </div>
      {done === "saved" ? <Notice tone="success" role="status" title={t("saved")} /> : null}
      {done === "published" ? (
        <Notice tone="success" role="status" title={t("published")}>
          {event ? <a href={href(locale, `/me/talks?event=${event.slug}`)}>{t("toTalks")}</a> : null}
        </Notice>
      ) : null}
      <Card flush>
        <CardHead>
          <h2>{t("you")}</h2>
        </CardHead>
        <CardBody>
          <ProfileForm profile={profile} zones={zones} locale={locale} refused={refusedBy("profile")} />
        </CardBody>
      </Card>
      {event ? (
        <>
          <ListingForm
            {...{ listing, talk, fields, locale }}
            eventId={event.id}
            personId={profile.id}
            refused={refusedBy("listing")}
          />
          <TalkPreview
            {...{ preview, talk, locale }}
            reasons={reasonsIn(listing, fields)}
            name={profile.name}
            organisation={profile.organisation}
          />
        </>
      ) : (
        <Card id="gespraeche">
          <p className="muted">{t("noEvent")}</p>
        </Card>
      )}
      <BlockedPeople blocked={talk.blocked} locale={locale} me={profile.id} />
    </div>
  );
}
