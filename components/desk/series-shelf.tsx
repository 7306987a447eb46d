import { useTranslations } from "next-intl";
import { answerSeriesHostAction } from "@/actions/series";
import { ActionForm } from "@/components/desk/action-form";
import { spanOfDays } from "@/components/programme/days";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import type { NetworkView } from "@/domain/alliance/queries";
import { seriesWords } from "@/domain/programme/labels";
import type { SeriesAtDesk } from "@/domain/programme/queries/series-desk";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type ShelfProps = { network: NetworkView; series: readonly SeriesAtDesk[]; locale: Locale };

/** The weeks of a network: those it is asked to host first, then its own and those it hosts. */
export function SeriesShelf({ network, series, locale }: ShelfProps) {
  const t = useTranslations("series.desk");
  const offers = series.filter(({ invited }) => invited);
  const taken = series.filter(({ invited }) => !invited);
  return (
    <>
      <div className="section__head">
        <div>
          <h1>{t("title")}</h1>
          <p className="muted">{t("intro")}</p>
        </div>
        <ButtonLink variant="primary" href={href(locale, `/o/${network.slug}/series/new`)}>
          <Icon name="plus" />
          {t("new")}
        </ButtonLink>
      </div>
      <div className="stack gap-4">
        {offers.map((part) => (
          <Offer key={part.id} {...{ part, network, locale }} />
        ))}
      </div>
      {series.length === 0 ? <Empty icon="calendar" title={t("none")} /> : null}
      <ul className="divided">
        {taken.map((part) => (
          <SeriesRow key={part.id} {...{ part, network, locale }} />
        ))}
      </ul>
    </>
  );
}

type RowProps = { part: SeriesAtDesk; network: NetworkView; locale: Locale };

function SeriesRow({ part, network, locale }: RowProps) {
  const t = useTranslations("series.desk");
  const { title } = seriesWords(part, locale);
  return (
    <li className="row between py-4">
      <div className="grow">
        {part.own ? (
          <a className="plain strong" href={href(locale, `/o/${network.slug}/series/${part.slug}`)}>
            {title}
          </a>
        ) : (
          <span className="strong">{title}</span>
        )}
        <div className="small muted">
          {spanOfDays({ locale, startsOn: part.startsOn, endsOn: part.endsOn })} ·{" "}
          {t("ownEvents", { count: part.events })}
        </div>
      </div>
      {part.own ? null : (
        <div className="row gap-2">
          <Badge>{t("hostedWith", { network: part.owner })}</Badge>
          <Answer {...{ part, network, answer: "no" }} />
        </div>
      )}
    </li>
  );
}

function Offer({ part, network, locale }: RowProps) {
  const t = useTranslations("series.desk");
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("offer", { network: part.owner })}</h2>
      <p>
        <b>{seriesWords(part, locale).title}</b>,{" "}
        {spanOfDays({ locale, startsOn: part.startsOn, endsOn: part.endsOn })}
      </p>
      <p className="small muted">{t("offerHint")}</p>
      <div className="row gap-2">
        <Answer {...{ part, network, answer: "yes" }} />
        <Answer {...{ part, network, answer: "no" }} />
      </div>
    </Card>
  );
}

type AnswerProps = Pick<RowProps, "part" | "network"> & { answer: "yes" | "no" };

function Answer({ part, network, answer }: AnswerProps) {
  const t = useTranslations("series.desk");
  const no = part.invited ? "decline" : "leave";
  const word = answer === "yes" ? "accept" : no;
  return (
    <ActionForm
      action={answerSeriesHostAction}
      submit={t(word)}
      submitLabel={t(`${word}Named`, { title: part.title })}
      look={{ variant: answer === "yes" ? "primary" : "secondary", size: "sm" }}
      className=""
      id={`${part.id}-${answer}`}
    >
      <input type="hidden" name="seriesId" value={part.id} />
      <input type="hidden" name="networkId" value={network.id} />
      <input type="hidden" name="answer" value={answer} />
    </ActionForm>
  );
}
