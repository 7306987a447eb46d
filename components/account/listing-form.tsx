import { useTranslations } from "next-intl";
import { AboutCard, HowCard, type Shown } from "@/components/account/talk-cards";
import { TagPicker } from "@/components/board/tag-picker";
import { type RefusedForm, tickedIn, useFieldErrors } from "@/components/registration/field-errors";
import { RefusedSummary } from "@/components/registration/refused-summary";
import { ClientMessages } from "@/components/site/client-messages";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { TextArea } from "@/components/ui/text-area";
import type { PickField } from "@/domain/board/rules";
import type { MyListing } from "@/domain/matchmaking/queries/listings";
import type { MyTalkProfile } from "@/domain/matchmaking/queries/profiles";
import { SENTENCE_LENGTH } from "@/domain/matchmaking/schema";
import type { Locale } from "@/lib/i18n/locales";

export type ListingFormProps = {
  listing: MyListing;
  talk: MyTalkProfile;
  /** Topics to choose from. */
  fields: readonly PickField[];
  eventId: string;
  personId: string;
  locale: Locale;
  refused: RefusedForm | undefined;
};

function shownOf({ listing, talk, refused }: ListingFormProps): Shown {
  const stored: Record<string, string> = {
    ...{ role: talk.role, size: talk.size, region: talk.region, sentence: listing.sentence },
    noTalks: talk.takesTalks ? "" : "on",
    hiddenFrom: talk.hiddenFrom.join("\n"),
  };
  const lists: Record<string, readonly string[]> = {
    ...{ needs: listing.needs, offers: listing.offers, languages: talk.languages },
    ...{ cooperation: talk.cooperation, ways: talk.ways, hidden: talk.hidden },
  };
  return {
    said: (name) => (refused ? refused.entered[name] : stored[name]) ?? "",
    ticked: (name) => (refused ? tickedIn(refused, name) : (lists[name] ?? [])),
  };
}

type TopicsProps = ListingFormProps & { shown: Shown; errorOf: (field: string) => string | undefined };

/** The second card: topics, found by typing, and the one text field. */
function Topics({ fields, locale, shown, errorOf }: TopicsProps) {
  const t = useTranslations("account.profile");
  return (
    <Card flush id="gespraeche">
      <CardHead>
        <h2>{t("wishes")}</h2>
      </CardHead>
      <CardBody>
        <div className="form">
          <p className="muted">{t("wishesHint")}</p>
          <ClientMessages locale={locale} areas={["tags"]}>
            {(["offers", "needs"] as const).map((name) => (
              <TagPicker
                key={name}
                name={name}
                legend={t(name)}
                fields={fields}
                chosen={shown.ticked(name)}
                locale={locale}
                kind={name === "needs" ? "need" : "offer"}
                error={errorOf(name)}
              />
            ))}
          </ClientMessages>
          <TextArea
            label={t("sentence")}
            optional={t("optional")}
            hint={t("sentenceHint")}
            name="sentence"
            rows={2}
            maxLength={SENTENCE_LENGTH}
            defaultValue={shown.said("sentence")}
            error={errorOf("sentence")}
          />
        </div>
      </CardBody>
    </Card>
  );
}

/** Ready for talks in three cards: who I am, what I offer and seek, how and when. One form, one text field. */
export function ListingForm(props: ListingFormProps) {
  const { eventId, personId, locale, refused } = props;
  const t = useTranslations("account.profile");
  const { problems, errorOf } = useFieldErrors(refused);
  const shown = shownOf(props);
  return (
    <form className="stack gap-5" method="post" action="/api/me/listing" noValidate>
      <input type="hidden" name="form" value="listing" />
      <input type="hidden" name="formOf" value={personId} />
      <input type="hidden" name="pageLocale" value={locale} />
      <input type="hidden" name="eventId" value={eventId} />
      <RefusedSummary refused={refused} problems={problems} />
      <AboutCard shown={shown} />
      <Topics {...props} shown={shown} errorOf={errorOf} />
      <HowCard shown={shown} hiddenFromError={errorOf("hiddenFrom")} />
      <Button type="submit" variant="primary">
        {t("publish")}
      </Button>
    </form>
  );
}
