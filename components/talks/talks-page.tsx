import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RefusedForm } from "@/components/registration/field-errors";
import { DismissedPeople } from "@/components/talks/dismiss-suggestion";
import { TalkDone } from "@/components/talks/done-notice";
import { PlanList } from "@/components/talks/plan-list";
import type { ReasonsOf } from "@/components/talks/reason-lines";
import { TalkRefusal } from "@/components/talks/refusal";
import { RequestList } from "@/components/talks/request-list";
import { SuggestionCard } from "@/components/talks/suggestion-card";
import { WaitingInvitations } from "@/components/talks/talk-invitation";
import type { MyMeeting, TalkPartner, TalkRequest } from "@/components/talks/talk-views";
import { TimesView } from "@/components/talks/times-view";
import { MyWishes } from "@/components/talks/wish-choice";
import { ButtonLink } from "@/components/ui/button";
import { ChipLink } from "@/components/ui/chip";
import { Empty } from "@/components/ui/empty";
import { Tabs } from "@/components/ui/tabs";
import type { MyTimes } from "@/domain/matchmaking/queries/availability";
import type { MyWish } from "@/domain/matchmaking/queries/my-wishes";
import type { Dismissed } from "@/domain/matchmaking/queries/suggestions";
import type { MyInvitation } from "@/domain/matchmaking/queries/talk-invitations";
import { MOST_OPEN_REQUESTS, OPEN_REQUESTS, openQuota } from "@/domain/matchmaking/rules";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { zoneName } from "@/lib/time/format";
import "./talks.css";

export const talkTabs = ["suggestions", "requests", "plan", "times"] as const;
export type TalkTab = (typeof talkTabs)[number];
type TalkEvent = { id: string; slug: string; title: string; timeZone: string };

export type TalksPageProps = {
  event: TalkEvent;
  events: readonly TalkEvent[];
  tab: TalkTab;
  suggestions: readonly TalkPartner[];
  /** Whom the viewer has said not to fit. */
  dismissed: readonly Dismissed[];
  /** What the viewer wishes of a plan. */
  wishes: readonly MyWish[];
  requests: readonly TalkRequest[];
  meetings: readonly MyMeeting[];
  /** Into talks of others. */
  invitations: readonly MyInvitation[];
  /** When the viewer can talk; asked for on its own tab alone. */
  times?: MyTimes | undefined;
  reasonsOf: ReasonsOf;
  signedIn: boolean;
  locale: Locale;
  now: Date;
  /** Whose page this is, where somebody is signed in. */
  me?: string | undefined;
  refused?: RefusedForm | undefined;
  done?: unknown;
};

const answeredStates = new Set<TalkRequest["state"]>(["accepted", "declined", "countered"]);
const isOpen = ({ state }: TalkRequest) => state === "requested";

function Suggestions(props: TalksPageProps) {
  const { suggestions, dismissed, wishes, event, signedIn, locale, me } = props;
  const t = useTranslations("talks");
  const hidden = (
    <>
      <MyWishes wishes={wishes} {...{ event, locale, me }} />
      <DismissedPeople dismissed={dismissed} {...{ event, locale, me }} />
    </>
  );
  const wishOf = new Map(wishes.map(({ personId, wish }) => [personId, wish]));
  if (suggestions.length === 0) {
    return (
      <>
        <Empty icon="talk" title={t("none.suggestionsTitle")}>
          <p>{t("none.suggestionsText")}</p>
          <ButtonLink className="mt-4" variant="primary" href={href(locale, "/me/profile")}>
            {t("none.suggestionsLink")}
          </ButtonLink>
        </Empty>
        {hidden}
      </>
    );
  }
  return (
    <>
      <ul className="sgs">
        {suggestions.map((suggestion) => (
          <SuggestionCard
            key={suggestion.personId}
            suggestion={suggestion}
            wish={wishOf.get(suggestion.personId)}
            {...{ event, locale, me }}
          />
        ))}
      </ul>
      <div className="stack gap-3">
        {hidden}
        {signedIn ? <a href={href(locale, "/me/profile#gespraeche")}>{t("page.profile")}</a> : null}
      </div>
    </>
  );
}

function Plan({ meetings, event, locale, me }: TalksPageProps) {
  const t = useTranslations("talks");
  const back = `/me/talks?event=${event.slug}&tab=plan`;
  const over = meetings.filter(({ phase }) => phase === "over" || phase === "cancelled");
  const ahead = meetings.filter((meeting) => !over.includes(meeting));
  const place = { locale, zone: event.timeZone, back, me };
  return (
    <div className="stack gap-6 py-6">
      <section className="stack gap-3">
        <h2 className="text-lg">{t("plan.ahead")}</h2>
        {ahead.length > 0 ? (
          <PlanList meetings={ahead} {...place} />
        ) : (
          <p className="muted">{t("none.plan")}</p>
        )}
      </section>
      {over.length > 0 ? (
        <section className="stack gap-3">
          <h2 className="text-lg">{t("plan.over")}</h2>
          <PlanList meetings={over} {...place} />
        </section>
      ) : null}
    </div>
  );
}

function TalkHead({ event, events, tab, suggestions, requests, locale, now }: TalksPageProps) {
  const t = useTranslations("talks.page");
  const mutual = suggestions.filter(({ reasons }) => new Set(reasons.map((one) => one.direction)).size === 2);
  const titles: Record<TalkTab, string> = {
    suggestions: t("title", { count: suggestions.length }),
    requests: t("requestsTitle"),
    plan: t("planTitle"),
    times: t("timesTitle"),
  };
  const answered = requests.filter(
    ({ direction, state }) => direction === "incoming" && answeredStates.has(state),
  );
  const asked = requests.filter((request) => isOpen(request) && request.direction === "outgoing");
  const most = openQuota(answered.length);
  // The number grows by itself, also when a plan is published: whoever finds it changed is told why.
  const isExplained = tab === "requests" || most !== OPEN_REQUESTS;
  const isAboutAsking = tab === "suggestions" || tab === "requests";
  return (
    <div className="talkhead">
      <p className="small muted">
        {event.title} · {t("allTimes", { zone: zoneName({ locale, zone: event.timeZone, at: now }) })}
      </p>
      <h1>{titles[tab]}</h1>
      {isAboutAsking ? (
        <p className="muted">
          {tab === "suggestions" ? t("mutual", { count: mutual.length }) : null}{" "}
          {t("open", { count: asked.length, most })}
        </p>
      ) : null}
      {isAboutAsking && isExplained ? (
        <details className="small muted">
          <summary>{t("openHow", { most })}</summary>
          <p>{t("openWhy", { first: OPEN_REQUESTS, most: MOST_OPEN_REQUESTS })}</p>
        </details>
      ) : null}
      {events.length > 1 ? (
        <nav className="row gap-2" aria-label={t("otherEvents")}>
          {events.map((other) => (
            <ChipLink
              key={other.id}
              small
              href={href(locale, `/me/talks?event=${other.slug}`)}
              aria-current={other.id === event.id ? "page" : undefined}
            >
              {other.title}
            </ChipLink>
          ))}
        </nav>
      ) : null}
    </div>
  );
}

/** The talks of one event: suggestions, requests, own plan; each tab is a page of its own. */
export function TalksPage(props: TalksPageProps) {
  const { event, tab, suggestions, requests, meetings, times, reasonsOf, locale, me, refused, done } = props;
  const { invitations } = props;
  const t = useTranslations("talks.page");
  const address = (name: TalkTab) =>
    href(locale, `/me/talks?event=${event.slug}${name === "suggestions" ? "" : `&tab=${name}`}`);
  const counts: Partial<Record<TalkTab, number>> = {
    suggestions: suggestions.length,
    requests:
      invitations.length +
      requests.filter((request) => isOpen(request) && request.direction === "incoming").length,
    plan: meetings.filter(({ phase }) => phase !== "over" && phase !== "cancelled").length,
  };
  const views: Record<TalkTab, () => ReactNode> = {
    suggestions: () => <Suggestions {...props} />,
    requests: () => (
      <>
        <WaitingInvitations invitations={invitations} locale={locale} />
        <RequestList {...{ requests, reasonsOf, locale, event, me, refused }} />
      </>
    ),
    plan: () => <Plan {...props} />,
    times: () => (times ? <TimesView {...{ times, event, locale, me, refused }} /> : null),
  };
  return (
    <div className="wrap pb-8">
      <TalkHead {...props} />
      <div className="stack gap-3">
        <TalkDone done={done} />
        <TalkRefusal failure={refused?.failure} />
        <Tabs
          label={t("label")}
          tabs={talkTabs.map((name) => ({
            href: address(name),
            label: t(name),
            ...(counts[name] === undefined ? {} : { count: counts[name] }),
            current: name === tab,
          }))}
        />
      </div>
      {views[tab]()}
    </div>
  );
}
