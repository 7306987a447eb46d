import { useTranslations } from "next-intl";
import { ForgetDraft } from "@/components/registration/form-draft";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { NetworkLine } from "@/components/ui/network-mark";
import { Notice } from "@/components/ui/notice";
import { seriesWords } from "@/domain/programme/labels";
import type { SeriesView } from "@/domain/programme/queries";
import { clashesIn } from "@/domain/programme/rules/long-events";
import { isTaken, type WeekOutcome } from "@/domain/registration/labels";
import type { MyRegistration } from "@/domain/registration/queries";
import type { WeekAnswer } from "@/domain/registration/queries/week";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatMoment, formatSpan } from "@/lib/time/format";
import "@/components/programme/programme.css";

type AnswersProps = {
  series: SeriesView;
  answers: readonly WeekAnswer[];
  /** What they are in besides, as far as this browser can prove it. */
  mine: readonly MyRegistration[];
  locale: Locale;
};

const tones: Partial<Record<WeekOutcome, BadgeTone>> = {
  confirmed: "success",
  waiting: "warning",
  pending: "warning",
  questions: "warning",
  not_open_yet: "warning",
};

/** What became of each event of the week: in, waiting, asked, still to be answered, or not possible. */
export function WeekAnswers({ series, answers, mine, locale }: AnswersProps) {
  const t = useTranslations("series.answers");
  const taken = answers.filter(({ outcome }) => isTaken(outcome));
  const open = answers.filter(({ outcome }) => outcome === "questions");
  return (
    <div className="wrap section stack gap-6">
      <ForgetDraft id={series.id} />
      <div role="status">
        <h1 tabIndex={-1}>{t("title", { count: taken.length })}</h1>
        <p className="lead">{taken.length > 0 ? t("lead") : t("leadNone")}</p>
        {open.length > 0 ? <p>{t("open", { count: open.length })}</p> : null}
      </div>
      <Clashes {...{ answers, mine }} />
      <ul className="divided morelist">
        {answers.map((answer) => (
          <Row key={answer.event.id} answer={answer} locale={locale} />
        ))}
      </ul>
      <p>
        <a href={href(locale, `/s/${series.slug}`)}>
          {t("back", { title: seriesWords(series, locale).title })}
        </a>
      </p>
    </div>
  );
}

type WordProps = Pick<WeekAnswer, "outcome" | "waitingPlace"> & { when: string | null };

/** In one line what became of it: where in line, or from when on, if that is known. */
function Word({ outcome, waitingPlace, when }: WordProps) {
  const t = useTranslations("series.answers");
  if (outcome === "waiting" && waitingPlace !== null) return t("place", { place: waitingPlace });
  if (outcome === "not_open_yet" && when) return t("opensAt", { when });
  return t(`outcome.${outcome}`);
}

function Row({ answer, locale }: { answer: WeekAnswer; locale: Locale }) {
  const t = useTranslations("series.answers");
  const { event, outcome, waitingPlace, questions } = answer;
  const { timeZone: zone, startsAt, endsAt, registrationOpensAt: at } = event;
  const when = at && formatMoment({ at, zone, locale });
  return (
    <li>
      <div className="grow">
        <b lang={event.language}>{event.title}</b>
        <div className="small muted row">
          <span>{formatSpan({ locale, zone, startsAt, endsAt })}</span>
          <NetworkLine networks={event.networks} />
        </div>
      </div>
      {outcome === "questions" ? (
        <ButtonLink variant="primary" size="sm" href={href(locale, `/e/${event.slug}/register#anmelden`)}>
          {t("complete", { count: Math.max(1, questions) })}
        </ButtonLink>
      ) : (
        <Badge tone={tones[outcome] ?? "danger"}>
          <Word {...{ outcome, waitingPlace, when }} />
        </Badge>
      )}
    </li>
  );
}

/** Which of the events that somebody is in now, or was before, nobody can be in both of. */
function Clashes({ answers, mine }: Pick<AnswersProps, "answers" | "mine">) {
  const t = useTranslations("series.answers");
  const now = answers.filter(({ outcome }) => isTaken(outcome) || outcome === "questions");
  const ids = new Set<string>(now.map(({ event }) => event.id));
  const before = mine.map(({ event }) => event).filter(({ id }) => !ids.has(id));
  const clashes = clashesIn([...now.map(({ event }) => event), ...before]);
  const told = now.flatMap(({ event }) =>
    (clashes.get(event.id) ?? [])
      .filter(({ id }) => !ids.has(id) || event.id < id)
      .map((other) => ({ key: `${event.id} ${other.id}`, one: event.title, other: other.title })),
  );
  if (told.length === 0) return null;
  return (
    <Notice tone="warning" title={t("clashTitle")}>
      {told.map(({ key, ...titles }) => (
        <p key={key}>{t("clash", titles)}</p>
      ))}
      <p>{t("clashHint")}</p>
    </Notice>
  );
}
