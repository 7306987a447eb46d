import { useTranslations } from "next-intl";
import { type RefusedForm, tickedIn } from "@/components/registration/field-errors";
import { AskSheet } from "@/components/talks/ask-sheet";
import { BothZones } from "@/components/talks/both-zones";
import { FormOf } from "@/components/talks/form-of";
import { TalkRefusal } from "@/components/talks/refusal";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import type { ChangeableRequest } from "@/domain/matchmaking/queries/changeable";
import { NOTE_LENGTH } from "@/domain/matchmaking/schema";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type ChangePageProps = {
  found: ChangeableRequest;
  /** Whose page this is, where somebody is signed in. */
  me: string | undefined;
  locale: Locale;
  refused?: RefusedForm | undefined;
};

function SlotChoice({ found, locale, refused }: ChangePageProps) {
  const t = useTranslations("talks.change");
  const { request, free, isMine } = found;
  const offered = new Set(request.slots.map(({ startsAt }) => startsAt.getTime()));
  const kept = refused && tickedIn(refused, "slots");
  const isTicked = (startsAt: Date) =>
    kept ? kept.includes(startsAt.toISOString()) : isMine && offered.has(startsAt.getTime());
  return (
    <fieldset className="slotlist">
      <legend>{t("slots")}</legend>
      <p className="small muted">{t("slotsHint")}</p>
      {free.map((slot) => (
        <label key={slot.startsAt.toISOString()} className="slotpick">
          <input
            type="checkbox"
            name="slots"
            value={slot.startsAt.toISOString()}
            defaultChecked={isTicked(slot.startsAt)}
          />
          <BothZones slot={slot} locale={locale} zone={request.event.timeZone} ownZone={request.ownZone} />
        </label>
      ))}
    </fieldset>
  );
}

/** Choosing the times of a request anew: the asker changes what waits, the asked person offers others. */
export function ChangePage(props: ChangePageProps) {
  const { found, me, locale, refused } = props;
  const { request, free, isMine } = found;
  const t = useTranslations("talks.change");
  const m = useTranslations("talks.mail");
  const what = isMine ? "edit" : "counter";
  const back = isMine
    ? `/me/talks?event=${request.event.slug}&tab=requests`
    : `/me/talks/requests/${request.requestId}`;
  return (
    <AskSheet
      action={`/api/meetings/${request.requestId}/${what}`}
      partner={request.partner}
      title={t(`${what}Title`, { name: request.partner.name })}
      line={request.event.title}
      eventSlug={request.event.slug}
      submit={t(`${what}Send`)}
      isEmpty={free.length === 0}
      cancelHref={href(locale, back)}
      locale={locale}
    >
      <FormOf me={me} />
      <input type="hidden" name="requestId" value={request.requestId} />
      <TalkRefusal failure={refused?.failure} />
      {isMine ? null : <p className="small muted">{m("answeringAs", found.me)}</p>}
      {free.length > 0 ? <SlotChoice {...props} /> : <Notice tone="warning">{t("noSlots")}</Notice>}
      <TextArea
        label={t("note")}
        name="note"
        rows={4}
        maxLength={NOTE_LENGTH}
        defaultValue={refused?.entered.note ?? (isMine ? request.note : "")}
      />
      <p className="small muted">{t(`${what}Rule`)}</p>
    </AskSheet>
  );
}
