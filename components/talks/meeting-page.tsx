import { useTranslations } from "next-intl";
import type { RefusedForm } from "@/components/registration/field-errors";
import { Crumbs } from "@/components/site/crumbs";
import { TalkDone } from "@/components/talks/done-notice";
import { ExchangeContacts, FollowUp, OwnNote } from "@/components/talks/meeting-after";
import { LongerTalk, MeetingNews, MoveTalk, WaitingTalk } from "@/components/talks/meeting-parts";
import { OutcomeForm } from "@/components/talks/outcome-form";
import { ReasonLines } from "@/components/talks/reason-lines";
import { TalkRefusal } from "@/components/talks/refusal";
import { TablePlace } from "@/components/talks/table-place";
import { TalkForm } from "@/components/talks/talk-form";
import { TalkGuestsCard } from "@/components/talks/talk-guests";
import { othersText } from "@/components/talks/talk-names";
import type { MeetingCourse, MyMeeting } from "@/components/talks/talk-views";
import { Avatar } from "@/components/ui/avatar";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { TalkGuests } from "@/domain/matchmaking/queries/talk-invitations";
import type { WordedReason } from "@/domain/matchmaking/rules";
import { TALK_OPENS_BEFORE_MS } from "@/domain/rooms/rules";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatClock, formatSpan } from "@/lib/time/format";
import "@/components/registration/fold.css";
import "./talks.css";

export type MeetingPageProps = {
  meeting: MyMeeting;
  course: MeetingCourse;
  reasons: readonly WordedReason[];
  locale: Locale;
  now: Date;
  /** Who else is in it, and who was asked; absent where it can't be told. */
  guests?: TalkGuests | undefined;
  /** Whose page this is, where somebody is signed in. */
  me?: string | undefined;
  refused?: RefusedForm | undefined;
  done?: unknown;
};

function Course({ meeting, locale, now }: MeetingPageProps) {
  const t = useTranslations("talks.meeting");
  const steps = [
    { key: "opensAt", at: new Date(meeting.startsAt.getTime() - TALK_OPENS_BEFORE_MS) },
    { key: "startsAt", at: meeting.startsAt },
    { key: "endsAt", at: meeting.endsAt },
  ] as const;
  const reached = steps.filter(({ at }) => at <= now).at(-1)?.key;
  return (
    <Card className="stack gap-4">
      <h2 className="text-lg">{t("course")}</h2>
      <ol className="course">
        {steps.map(({ key, at }) => (
          <li key={key} className={key === reached ? "is-now" : undefined}>
            <time className="num strong" dateTime={at.toISOString()}>
              {formatClock({ locale, zone: meeting.event.timeZone, at })}
            </time>
            <span aria-hidden="true" />
            <span>{t(key)}</span>
          </li>
        ))}
      </ol>
      <p className="small muted">{t("roomHint")}</p>
    </Card>
  );
}

function CancelTalk({ meeting, locale, me }: MeetingPageProps) {
  const t = useTranslations("talks.meeting");
  const g = useTranslations("talks.group");
  // A talk of more than two goes on without who can't come.
  const isGroup = meeting.others.length > 0;
  return (
    <details className="card card--sm fold">
      <summary>{isGroup ? g("leaveTitle") : t("cancelTitle")}</summary>
      <TalkForm
        meetingId={meeting.meetingId}
        door="cancel"
        {...{ locale, me }}
        back={`/me/talks/${meeting.meetingId}`}
      >
        <p className="small muted">
          {isGroup ? g("leaveText") : t("cancelText", { name: meeting.partner.name })}
        </p>
        <Button type="submit" variant="danger-quiet">
          {isGroup ? g("leave") : t("cancel")}
        </Button>
      </TalkForm>
    </details>
  );
}

/** After a talk: what came of it, and what stays of it. */
function After({ meeting, course, locale, me }: MeetingPageProps) {
  const t = useTranslations("talks.meeting");
  return (
    <>
      <LongerTalk {...{ meeting, course, locale, me }} />
      <Card className="stack gap-4">
        <h2 className="text-lg">{t("isOver")}</h2>
        <OutcomeForm {...{ meeting, locale, me }} back={`/me/talks/${meeting.meetingId}`} />
      </Card>
      <ExchangeContacts {...{ meeting, course, locale, me }} />
      <FollowUp meeting={meeting} locale={locale} />
    </>
  );
}

function Aside(props: MeetingPageProps) {
  const { meeting, course, locale, me } = props;
  const t = useTranslations("talks");
  const { phase, meetingId, event } = meeting;
  if (phase === "cancelled")
    return course.isReleased ? null : <Notice tone="danger" title={t("meeting.isCancelled")} />;
  if (phase === "over") return <After {...props} />;
  return (
    <>
      {phase === "ahead" ? null : (
        <ButtonLink variant="match" size="lg" block href={href(locale, `/room/${event.slug}`)}>
          {t("plan.enter")}
        </ButtonLink>
      )}
      <WaitingTalk {...{ meeting, course, locale, me }} />
      <LongerTalk {...{ meeting, course, locale, me }} />
      <Course {...props} />
      <ButtonLink href={`/api/calendar/m/${meetingId}.ics`}>
        <Icon name="download" size="sm" />
        {t("meeting.calendar")}
      </ButtonLink>
      <MoveTalk {...{ meeting, course, locale, me }} />
      <CancelTalk {...props} />
    </>
  );
}

/** One agreed talk: with whom, when, why, what happens when, and the way out. */
export function MeetingPage(props: MeetingPageProps) {
  const { meeting, course, reasons, locale, guests, me, refused, done } = props;
  const t = useTranslations("talks");
  const { partner, event } = meeting;
  return (
    <div className="wrap section--tight stack gap-5">
      <Crumbs
        locale={locale}
        items={[
          { href: href(locale, `/me/talks?event=${event.slug}&tab=plan`), label: t("page.plan") },
          { label: t("meeting.crumb") },
        ]}
      />
      <TalkDone done={done} />
      <TalkRefusal failure={refused?.failure} />
      <MeetingNews meeting={meeting} course={course} locale={locale} />
      <div className="cols cols--side">
        <div className="stack gap-6">
          <div className="person person--lg">
            <Avatar name={partner.name} seed={partner.personId} size="lg" />
            <div>
              <h1>{t("meeting.title", { name: othersText(locale, meeting).name })}</h1>
              <p className="muted">{partner.organisation}</p>
              <TablePlace table={meeting.table} />
            </div>
          </div>
          <dl className="kv">
            <dt>
              <Icon name="calendar" label={t("mail.answerTitle")} />
            </dt>
            <dd>
              <time dateTime={meeting.startsAt.toISOString()}>
                {formatSpan({ ...meeting, locale, zone: event.timeZone })}
              </time>
            </dd>
            <dt>
              <Icon name="presentation" label={t("page.label")} />
            </dt>
            <dd>{event.title}</dd>
          </dl>
          {reasons.length > 0 ? (
            <Card className="stack gap-3">
              <h2 className="text-base">{t("reason.title")}</h2>
              <ReasonLines reasons={reasons} partner={partner} locale={locale} />
            </Card>
          ) : null}
          <OwnNote {...{ meeting, course, locale, me, refused }} />
          {guests ? <TalkGuestsCard {...{ meetingId: meeting.meetingId, guests, locale }} me={me} /> : null}
        </div>
        <aside className="stack sticky">
          <Aside {...props} />
        </aside>
      </div>
    </div>
  );
}
