import { useTranslations } from "next-intl";
import { FormOf } from "@/components/talks/form-of";
import { ReasonLines } from "@/components/talks/reason-lines";
import { TalkRefusal } from "@/components/talks/refusal";
import { RequestMessages, type Writer } from "@/components/talks/request-messages";
import { slotClock, slotDay, slotForReader } from "@/components/talks/slot-words";
import type { MyMeeting } from "@/components/talks/talk-views";
import { Avatar } from "@/components/ui/avatar";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice, type Tone } from "@/components/ui/notice";
import { OnceField } from "@/components/ui/once-field";
import type { MailedRequest } from "@/domain/matchmaking/queries/listings";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatMoment, formatSpan } from "@/lib/time/format";

type MailedRequestProps = Writer & {
  mailed: MailedRequest;
  /** What became of it, once it is accepted. */
  meeting?: MyMeeting | undefined;
  locale: Locale;
};

function SlotButtons({ mailed, locale, me }: MailedRequestProps) {
  const t = useTranslations("talks");
  const { request } = mailed;
  const place = { locale, zone: request.event.timeZone };
  return (
    <Card raised className="stack gap-4">
      <div>
        <h2 className="text-lg">{t("mail.answerTitle")}</h2>
        <p className="small muted">{t("mail.answerHint")}</p>
      </div>
      <form className="slotbuttons" method="post" action={`/api/meetings/${request.requestId}/answer`}>
        <OnceField />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="back" value={`/me/talks/requests/${request.requestId}`} />
        <FormOf me={me} />
        {request.slots.map((slot) => (
          <Button
            key={slot.startsAt.toISOString()}
            type="submit"
            variant="match"
            block
            name="answer"
            value={slot.startsAt.toISOString()}
            disabled={!slot.free}
          >
            <SlotText slot={slot} request={request} locale={locale} />
            {slot.free ? null : ` (${t("request.taken")})`}
          </Button>
        ))}
        <Button type="submit" variant="quiet" block name="answer" value="decline">
          {t("request.decline")}
        </Button>
      </form>
      <ButtonLink variant="quiet" href={href(locale, `/me/talks/requests/${request.requestId}/times`)}>
        {t("request.counter")}
      </ButtonLink>
      <p className="small muted">
        {t("request.until", { when: formatMoment({ ...place, at: request.expiresAt }) })}
      </p>
    </Card>
  );
}

function SlotText({
  slot,
  request,
  locale,
}: {
  slot: { startsAt: Date; endsAt: Date };
  request: MailedRequest["request"];
  locale: Locale;
}) {
  const t = useTranslations("talks.request");
  const zones = { zone: request.event.timeZone, ownZone: request.ownZone };
  const { day, clock, second } = slotForReader(slot, { locale, ...zones });
  return `${day}, ${clock}${second === undefined ? "" : ` (${t("eventTime", { when: second })})`}`;
}

type Closed = "accepted" | "calledOff" | "declined" | "countered" | "cancelled" | "expired" | "taken";
const tones: Record<Closed, Tone> = {
  accepted: "success",
  calledOff: "warning",
  declined: "neutral",
  countered: "success",
  cancelled: "neutral",
  expired: "warning",
  taken: "warning",
};

const offersOthers = new Set<Closed>(["calledOff", "expired", "taken"]);

function FreeSlots({ mailed, locale }: Pick<MailedRequestProps, "mailed" | "locale">) {
  const t = useTranslations("talks.mail");
  const { request, free } = mailed;
  const place = { locale, zone: request.event.timeZone };
  const query = new URLSearchParams({ event: request.event.slug, with: request.partner.personId });
  if (free.length === 0) return null;
  return (
    <Card className="stack gap-3">
      <h2 className="text-base">{t("free")}</h2>
      <ul className="stack gap-1 num">
        {free.map((slot) => (
          <li key={slot.startsAt.toISOString()}>
            {slotDay(slot, place)}, {slotClock(slot, place)}
          </li>
        ))}
      </ul>
      <ButtonLink variant="match" href={href(locale, `/me/talks/ask?${query}`)}>
        {t("propose")}
      </ButtonLink>
    </Card>
  );
}

function ClosedNotice({
  state,
  mailed,
  meeting,
  locale,
}: Pick<MailedRequestProps, "mailed" | "meeting" | "locale"> & { state: Closed }) {
  const t = useTranslations("talks.mail");
  const { name } = mailed.request.partner;
  const when = meeting ? formatSpan({ ...meeting, locale, zone: meeting.event.timeZone }) : "";
  const plan = `/me/talks?event=${mailed.request.event.slug}&tab=plan`;
  return (
    <div className="stack gap-4">
      <Notice tone={tones[state]} role="status" title={t(`${state}Title`)}>
        <p>{t(`${state}Text`, { name, when })}</p>
      </Notice>
      {offersOthers.has(state) ? <FreeSlots mailed={mailed} locale={locale} /> : null}
      {state === "accepted" ? (
        <ButtonLink href={href(locale, meeting ? `/me/talks/${meeting.meetingId}` : plan)}>
          {meeting ? t("toTalk") : t("toTalks")}
        </ButtonLink>
      ) : null}
    </div>
  );
}

/** A request as the link of its mail shows it: who, why, three times to choose from. Opening it answers nothing. */
export function MailedRequestView(props: MailedRequestProps) {
  const { mailed, locale, me, refused } = props;
  const t = useTranslations("talks");
  const { request, reasons } = mailed;
  const { partner, state, note } = request;
  const taken = state === "requested" && request.slots.every(({ free }) => !free);
  const open = state === "requested" && !taken;
  const calledOff = state === "accepted" && props.meeting?.phase === "cancelled";
  const closed = state === "requested" ? null : state;
  return (
    <div className="wrap wrap--text section--tight stack gap-6">
      <TalkRefusal failure={open ? refused?.failure : undefined} />
      <div className="person person--lg">
        <Avatar name={partner.name} seed={partner.personId} size="lg" />
        <div>
          <p className="small muted">{request.event.title}</p>
          <h1>{t(state === "accepted" ? "meeting.title" : "mail.title", { name: partner.name })}</h1>
          <p className="muted">{partner.organisation}</p>
        </div>
      </div>
      <p className="small muted">{t(open ? "mail.answeringAs" : "mail.readingAs", mailed.me)}</p>
      {reasons.length > 0 ? (
        <section className="stack gap-3">
          <h2 className="text-base">{t("reason.title")}</h2>
          <ReasonLines reasons={reasons} partner={partner} locale={locale} />
        </section>
      ) : null}
      {note ? (
        <section className="stack gap-2">
          <h2 className="text-base">{t("mail.noteTitle")}</h2>
          <p className="quote">{note}</p>
        </section>
      ) : null}
      {open ? <SlotButtons {...props} /> : null}
      <RequestMessages
        back={`/me/talks/requests/${request.requestId}`}
        {...{ request, locale, me, refused }}
      />
      {closed ? <ClosedNotice state={calledOff ? "calledOff" : closed} {...props} /> : null}
      {taken ? <ClosedNotice state="taken" {...props} /> : null}
    </div>
  );
}
