import { useTranslations } from "next-intl";
import { type RefusedForm, tickedIn } from "@/components/registration/field-errors";
import { AskSheet } from "@/components/talks/ask-sheet";
import { BothZones } from "@/components/talks/both-zones";
import { FormOf } from "@/components/talks/form-of";
import { ReasonLines } from "@/components/talks/reason-lines";
import { TalkRefusal } from "@/components/talks/refusal";
import type { TalkPartner } from "@/components/talks/talk-views";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { NOTE_LENGTH } from "@/domain/matchmaking/schema";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { minutesBetween } from "@/lib/time/minutes";

type AskPageProps = {
  /** With the zone of whoever asks, which may not be the event's. */
  partner: TalkPartner & { ownZone: string };
  event: { id: string; slug: string; timeZone: string };
  /** Whose page this is, where somebody is signed in: who is not any more when it is sent finds it again. */
  me: string | undefined;
  locale: Locale;
  /** The entry of the board that the request answers. */
  entry?: { id: string; title: string } | undefined;
  /** They have talked before, and go on. */
  isFollowUp?: boolean;
  /** What was typed and ticked before a refusal. */
  refused?: RefusedForm | undefined;
};

/** The note says what the reasons say, so that most people only press „Senden“. */
function useNote({
  partner,
  locale,
  entry,
  isFollowUp,
}: Pick<AskPageProps, "partner" | "locale" | "entry" | "isFollowUp">): string {
  const t = useTranslations("talks.ask");
  const tagOf = (direction: "they_offer" | "they_seek") => {
    const reason = partner.reasons.find((one) => one.direction === direction);
    return reason?.words[locale];
  };
  const [offered, sought] = [tagOf("they_offer"), tagOf("they_seek")];
  const oneWay = offered ? t("theyOffer", { tag: offered }) : sought && t("theySeek", { tag: sought });
  if (isFollowUp) return [t("followUp", { name: partner.name }), t("bye")].join("\n");
  if (entry)
    return [t("hello", { name: partner.name }), t("aboutEntry", { title: entry.title }), t("bye")].join("\n");
  const why = offered && sought ? t("both", { offered, sought }) : oneWay;
  return [`${t("hello", { name: partner.name })}`, why, t("bye")].filter(Boolean).join("\n");
}

function Slots({ partner, event, locale, refused }: AskPageProps) {
  const t = useTranslations("talks.ask");
  const kept = refused && tickedIn(refused, "slots");
  const isTicked = (slot: string) => kept?.includes(slot) ?? true;
  return (
    <fieldset className="slotlist">
      <legend>{t("slots", { count: partner.slots.length })}</legend>
      {partner.slots.map((slot) => (
        <label key={slot.startsAt.toISOString()} className="slotpick">
          <input
            type="checkbox"
            name="slots"
            value={slot.startsAt.toISOString()}
            defaultChecked={isTicked(slot.startsAt.toISOString())}
          />
          <BothZones slot={slot} locale={locale} zone={event.timeZone} ownZone={partner.ownZone} />
        </label>
      ))}
      {kept ? null : <p className="small muted">{t("slotsHint")}</p>}
    </fieldset>
  );
}

/** A request with three common slots ticked and the note written: one click sends it. */
export function AskPage(props: AskPageProps) {
  const { partner, event, me, locale, refused, entry } = props;
  const t = useTranslations("talks.ask");
  const prefilled = useNote(props);
  const [first] = partner.slots;
  return (
    <AskSheet
      action="/api/meetings"
      partner={partner}
      title={t("title", { name: partner.name })}
      line={[
        partner.organisation,
        first && t("length", { minutes: minutesBetween(first.startsAt, first.endsAt) }),
      ]
        .filter(Boolean)
        .join(" · ")}
      eventSlug={event.slug}
      submit={t("send")}
      isEmpty={!first}
      cancelHref={href(locale, `/me/talks?event=${event.slug}`)}
      locale={locale}
    >
      <FormOf me={me} />
      <input type="hidden" name="eventId" value={event.id} />
      <input type="hidden" name="toPersonId" value={partner.personId} />
      {entry ? <input type="hidden" name="entryId" value={entry.id} /> : null}
      <TalkRefusal failure={refused?.failure} />
      {entry ? <p className="small">{t("about", { title: entry.title })}</p> : null}
      <ReasonLines reasons={partner.reasons} partner={partner} locale={locale} />
      {first ? <Slots {...props} /> : <Notice tone="warning">{t("noSlots")}</Notice>}
      <TextArea
        label={t("note")}
        optional={t("noteReady")}
        name="note"
        rows={5}
        maxLength={NOTE_LENGTH}
        defaultValue={refused?.entered.note ?? prefilled}
      />
      <p className="small muted">{t("rule")}</p>
    </AskSheet>
  );
}
