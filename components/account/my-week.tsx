import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CalendarShare } from "@/components/account/calendar-share";
import { NextUp } from "@/components/account/next-up";
import { daysOf, entriesOf, nextUp } from "@/components/account/week";
import { besidesIn } from "@/components/account/week-beside";
import { type NetworkOf, WeekDayColumn } from "@/components/account/week-day";
import { EventRow } from "@/components/programme/event-row";
import type { EventSummary } from "@/components/programme/event-views";
import { TalkDone } from "@/components/talks/done-notice";
import { IncomingRequest } from "@/components/talks/incoming-request";
import type { ReasonsOf } from "@/components/talks/reason-lines";
import { TalkRefusal } from "@/components/talks/refusal";
import { Button, ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { MyMeeting } from "@/domain/matchmaking/queries/meetings";
import type { TalkRequest } from "@/domain/matchmaking/queries/requests";
import type { StageTime } from "@/domain/programme/queries/my-stage";
import type { MyRegistration } from "@/domain/registration/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import type { Failure } from "@/lib/result";
import { zoneName } from "@/lib/time/format";
import "@/components/programme/programme.css";
import "./account.css";

type MyWeekProps = {
  registrations: readonly MyRegistration[];
  meetings: readonly MyMeeting[];
  /** What the person says on a stage. */
  stage: readonly StageTime[];
  requests: readonly TalkRequest[];
  reasonsOf: ReasonsOf;
  /** Members-only events ahead that this person could still register for. */
  forMembers: { events: readonly EventSummary[]; hasMore: boolean };
  /** Ids of the events with hours for talks. */
  withTalks: ReadonlySet<string>;
  networkOf: NetworkOf;
  signedIn: boolean;
  /** What the person has to do in events and offices, by a role there. */
  tasks?: ReactNode;
  /** Where the calendar is subscribed to, once it is shared. */
  calendar: string | undefined;
  /** What has just been done, or why it was refused. */
  done?: unknown;
  failure?: Failure | undefined;
  /** Whose page it is, where somebody is signed in. */
  me?: string | undefined;
  locale: Locale;
  zone: string;
  now: Date;
};

function WeekHead({ count, signedIn, locale, zone, now }: WeekHeadProps) {
  const t = useTranslations("account.week");
  return (
    <div className="section__head mt-6">
      <div>
        <h1>{t("title")}</h1>
        <p className="muted">{t("summary", { ...count, zone: zoneName({ locale, zone, at: now }) })}</p>
      </div>
      <div className="row gap-2">
        <ButtonLink size="sm" href={href(locale, "/me/talks")}>
          <Icon name="talk" size="sm" />
          {t("talks")}
        </ButtonLink>
        <ButtonLink size="sm" variant="quiet" href={href(locale, "/events")}>
          <Icon name="plus" size="sm" />
          {t("add")}
        </ButtonLink>
        {signedIn ? (
          <ButtonLink size="sm" variant="quiet" href={href(locale, "/me/profile")}>
            <Icon name="user" size="sm" />
            {t("profile")}
          </ButtonLink>
        ) : null}
        {signedIn ? (
          <ButtonLink size="sm" variant="quiet" href={href(locale, "/me/data")}>
            <Icon name="lock" size="sm" />
            {t("data")}
          </ButtonLink>
        ) : null}
      </div>
    </div>
  );
}
type WeekHeadProps = Pick<MyWeekProps, "signedIn" | "locale" | "zone" | "now"> & {
  count: { events: number; talks: number };
};

function Ending({ signedIn, locale }: Pick<MyWeekProps, "signedIn" | "locale">) {
  const t = useTranslations("account.week");
  if (signedIn) {
    return (
      <form method="post" action="/api/sign-in/out" className="mt-8">
        <input type="hidden" name="locale" value={locale} />
        <Button type="submit" variant="quiet" size="sm">
          <Icon name="log-out" size="sm" />
          {t("signOut")}
        </Button>
      </form>
    );
  }
  return (
    <Notice tone="info" title={t("guestTitle")} className="mt-8">
      <p>{t("guestText")}</p>
      <p className="mt-2">
        <a href={href(locale, `/login?next=${encodeURIComponent(href(locale, "/me"))}`)}>{t("signIn")}</a>
      </p>
    </Notice>
  );
}

/** Public pages never name these events, so this is where members find them. */
function ForMembers({ forMembers, locale, now }: Pick<MyWeekProps, "forMembers" | "locale" | "now">) {
  const t = useTranslations("account.week");
  const { events, hasMore } = forMembers;
  if (events.length === 0 && !hasMore) return null;
  return (
    <section className="block" aria-labelledby="for-members">
      <h2 id="for-members">{t("forMembers")}</h2>
      <ul className="divided list">
        {events.map((event) => (
          <EventRow key={event.id} event={event} locale={locale} now={now} dated />
        ))}
      </ul>
      {hasMore ? (
        <p className="small mt-2">
          <a href={href(locale, "/me?members=300#for-members")}>{t("forMembersMore")}</a>
        </p>
      ) : null}
    </section>
  );
}

/** Everything a person takes part in, by day, with what is next on top and what wants an answer below it. */
export function MyWeek(props: MyWeekProps) {
  const { registrations, meetings, requests, locale, zone, now, networkOf, reasonsOf } = props;
  const t = useTranslations("account.week");
  const entries = entriesOf({ registrations, meetings, now });
  const days = daysOf(entries, { zone, now });
  const next = nextUp(entries, now);
  const place = { locale, zone };
  const column = {
    networkOf,
    withTalks: props.withTalks,
    besides: besidesIn(entries, props.stage),
    ...place,
  };
  const open = requests.filter(({ state }) => state === "requested");
  const asked = open.filter(({ direction }) => direction === "outgoing");
  const past = days.filter(({ when }) => when === "past");
  const count = {
    events: entries.filter(({ kind }) => kind === "event").length,
    talks: entries.filter(({ kind }) => kind === "talk").length,
  };
  return (
    <div className="wrap section--tight">
      {next ? <NextUp entry={next} now={now} {...place} /> : null}
      <WeekHead count={count} {...props} />
      <div className="stack gap-3 mb-6">
        <TalkDone done={props.done} />
        <TalkRefusal failure={props.failure} />
        {open.map((request) =>
          request.direction === "incoming" ? (
            <IncomingRequest
              key={request.requestId}
              request={request}
              reasonsOf={reasonsOf}
              back="/me"
              me={props.me}
              {...place}
            />
          ) : null,
        )}
        {asked.length > 0 ? (
          <p className="small muted">
            {t("asked", { count: asked.length })}{" "}
            <a href={href(locale, "/me/talks?tab=requests")}>{t("askedLink")}</a>
          </p>
        ) : null}
      </div>
      {props.tasks}
      {entries.length === 0 ? (
        <Empty icon="calendar" title={t("emptyTitle")}>
          <p>{t("emptyText")}</p>
          <ButtonLink className="mt-4" variant="primary" href={href(locale, "/events")}>
            {t("emptyLink")}
          </ButtonLink>
        </Empty>
      ) : null}
      <div className="days mt-6">
        {days.map((day) =>
          day.when === "past" ? null : <WeekDayColumn key={day.key} day={day} {...column} />,
        )}
      </div>
      <ForMembers {...props} />
      {past.length > 0 ? (
        <details className="earlier" open={past.length === days.length}>
          <summary>{t("earlier", { count: past.reduce((sum, day) => sum + day.entries.length, 0) })}</summary>
          <div className="days">
            {past.map((day) => (
              <WeekDayColumn key={day.key} day={day} {...column} />
            ))}
          </div>
        </details>
      ) : null}
      {props.signedIn ? <CalendarShare address={props.calendar} done={props.done} locale={locale} /> : null}
      <Ending {...props} />
    </div>
  );
}
