import { useTranslations } from "next-intl";
import { byDay } from "@/components/programme/days";
import type { EventSummary } from "@/components/programme/event-views";
import { seatsWord } from "@/components/programme/seats-word";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/check";
import { Empty } from "@/components/ui/empty";
import type { SeriesView } from "@/domain/programme/queries";
import { clashesIn, isLongEvent } from "@/domain/programme/rules/long-events";
import { MOST_OFFERED } from "@/domain/registration/labels";
import type { KnownPerson } from "@/domain/registration/queries/known-person";
import type { WeekEvent } from "@/domain/registration/queries/week";
import { href } from "@/lib/i18n/href";
import { homeZone, type Locale } from "@/lib/i18n/locales";
import { formatLongDay, momentClockSpan } from "@/lib/time/format";
import { type RefusedForm, tickedIn, useFieldErrors } from "./field-errors";
import { FillInLink } from "./fill-in-link";
import { FormDraft } from "./form-draft";
import { EmailField, NameField, OrganisationField } from "./name-fields";
import { RefusedSummary } from "./refused-summary";
import { WeekClashes } from "./week-clashes";
import "@/components/programme/programme.css";
import "./week.css";

type WeekFormProps = {
  series: SeriesView;
  week: readonly WeekEvent[];
  locale: Locale;
  refused?: RefusedForm | undefined;
  /** As for a single event: absent on the cached page, null where nobody is signed in. */
  known?: KnownPerson | null;
};

/** One form for a whole week: tick what suits, say once who you are. Works without a script. */
export function WeekForm(props: WeekFormProps) {
  const { series, week, locale, refused, known } = props;
  const t = useTranslations("series.week");
  const form = useTranslations("registration.form");
  const { problems, errorOf } = useFieldErrors(refused);
  const entered: Partial<Record<string, string>> = { ...known, ...refused?.entered };
  if (week.length === 0) return <Empty icon="calendar" title={t("none")} />;
  return (
    <section className="weekform" id="anmelden" aria-labelledby="week-form">
      <h2 id="week-form">{t("title")}</h2>
      <p className="muted">{t("hint")}</p>
      {week.length === MOST_OFFERED ? <p className="muted">{t("window", { count: MOST_OFFERED })}</p> : null}
      <form className="form" method="post" action="/api/registrations/week" noValidate>
        <input type="hidden" name="seriesId" value={series.id} />
        <input type="hidden" name="locale" value={locale} />
        <FormDraft id={series.id} left={[]} email={known?.email} isOver={!refused} />
        <RefusedSummary refused={refused} problems={problems} />
        {known === undefined ? (
          <FillInLink href={href(locale, `/s/${series.slug}/register#anmelden`)} label={t("fillIn")} />
        ) : null}
        <div className="cols cols--side">
          <Ticks {...{ week, locale, refused }} error={errorOf("eventIds")} />
          <div className="stack gap-4">
            <NameField value={entered.name} error={errorOf("name")} />
            <EmailField value={entered.email} error={errorOf("email")} />
            <OrganisationField value={entered.organisation} error={errorOf("organisation")} />
            {week.some(({ talks }) => talks) ? (
              <Check
                match
                name="talksOptIn"
                value="on"
                defaultChecked={entered.talksOptIn === "on"}
                label={form("talks")}
                hint={t("talksHint")}
              />
            ) : null}
            <Clashes week={week} />
            <Button type="submit" variant="primary" size="lg" block>
              {t("submit")}
            </Button>
            <p className="small muted">
              {form("note")} <a href={href(locale, "/datenschutz")}>{form("privacy")}</a>
            </p>
          </div>
        </div>
      </form>
    </section>
  );
}

/** Only when each takes place: what overlaps is found by whoever ticks it, or the page would grow with the square. */
function Clashes({ week }: Pick<WeekFormProps, "week">) {
  const t = useTranslations("series.week");
  const spans = week.map(({ event }) => {
    const { id, title, startsAt, endsAt } = event;
    return { id, title, from: startsAt.getTime(), until: endsAt.getTime(), isLong: isLongEvent(event) };
  });
  return (
    <WeekClashes
      spans={spans}
      title={t("clashTitle")}
      text={t("clash", { one: "{one}", other: "{other}" })}
      more={t("moreClashes", { count: "{count}" })}
    />
  );
}

/** As many titles as the hint of one event names. */
const NAMED = 3;

type TicksProps = Pick<WeekFormProps, "week" | "locale" | "refused"> & { error: string | undefined };

function Ticks({ week, locale, refused, error }: TicksProps) {
  const t = useTranslations("series.week");
  const ticked = new Set(refused ? tickedIn(refused, "eventIds") : []);
  const clashes = clashesIn(week.map(({ event }) => event));
  const items = week.map((one) => ({ ...one, startsAt: one.event.startsAt }));
  return (
    <fieldset
      className="weekticks"
      id="eventIds"
      tabIndex={-1}
      aria-describedby={error ? "week-error" : undefined}
    >
      <legend className="field__label">{t("which")}</legend>
      {error ? (
        <p className="field__error" id="week-error">
          {error}
        </p>
      ) : null}
      {byDay(items, homeZone).map(({ key, items: own }) => (
        <div key={key} className="weekday">
          <h3>{own[0] ? formatLongDay({ locale, zone: homeZone, at: own[0].startsAt }) : null}</h3>
          {own.map(({ event, taken, questions }) => (
            <Check
              key={event.id}
              name="eventIds"
              value={event.id}
              disabled={taken}
              defaultChecked={ticked.has(event.id)}
              label={<b lang={event.language}>{event.title}</b>}
              hint={<Hint {...{ event, taken, questions, locale }} clashes={clashes.get(event.id) ?? []} />}
            />
          ))}
        </div>
      ))}
    </fieldset>
  );
}

type HintProps = Omit<WeekEvent, "talks"> & { locale: Locale; clashes: readonly EventSummary[] };

/** When, by whom, and what somebody should know before they tick it. */
function Hint({ event, taken, questions, locale, clashes }: HintProps) {
  const t = useTranslations("series.week");
  const p = useTranslations("public");
  const { timeZone: zone, startsAt, endsAt, seats } = event;
  const word = seatsWord(seats);
  const left = word.kind === "left" ? p("seats.leftShort", { count: word.left }) : undefined;
  const state = word.kind === "full" ? t(seats.waitlist ? "full" : "soldOut") : left;
  const notes = [
    taken ? t("taken") : state,
    seats.approval ? t("approval") : undefined,
    questions > 0 ? t("asks", { count: questions }) : undefined,
    event.place ? t("onsite") : undefined,
  ].filter((note) => note !== undefined);
  return (
    <>
      <span>
        {momentClockSpan({ locale, zone, startsAt, endsAt })} ·{" "}
        {event.networks.map(({ name }) => name).join(", ")}
      </span>
      {notes.length > 0 ? <span> · {notes.join(" · ")}</span> : null}
      {clashes.length > 0 ? (
        <span className="weekclash text-warning">
          {t("sameTime", {
            titles: clashes
              .slice(0, NAMED)
              .map(({ title }) => title)
              .join(", "),
            more: Math.max(0, clashes.length - NAMED),
          })}
        </span>
      ) : null}
    </>
  );
}
