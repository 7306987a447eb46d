import { useTranslations } from "next-intl";
import { type RefusedForm, useMissing } from "@/components/registration/field-errors";
import { FormOf } from "@/components/talks/form-of";
import { useRefusalText } from "@/components/talks/refusal";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { BroughtCalendar, MyTimes } from "@/domain/matchmaking/queries/availability";
import type { Locale } from "@/lib/i18n/locales";
import { formatMoment } from "@/lib/time/format";

type ImportsProps = {
  times: MyTimes;
  event: { id: string };
  locale: Locale;
  /** The page to come back to, without language prefix. */
  back: string;
  /** Whose page this is, where somebody is signed in. */
  me?: string | undefined;
  refused?: RefusedForm | undefined;
};

function Brought({ calendar, event, times, locale, back, me }: ImportsProps & { calendar: BroughtCalendar }) {
  const t = useTranslations("talks.calendars");
  const { host, readAt, failure, problems, importId } = calendar;
  const name = host ? t("at", { host }) : t("file");
  return (
    <li>
      <div>
        <b>{name}</b>
        <p className="small muted">
          {t("read", { when: formatMoment({ locale, zone: times.zone, at: readAt }) })}{" "}
          {problems > 0 ? t("problems", { count: problems }) : null}
        </p>
        {failure ? <p className="small strong">{t("stale")}</p> : null}
      </div>
      <form method="post" action={`/api/me/calendars/${importId}/drop`}>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="eventId" value={event.id} />
        <input type="hidden" name="back" value={back} />
        <FormOf me={me} />
        <Button type="submit" size="sm" variant="quiet" aria-label={t("dropNamed", { name })}>
          {t("drop")}
        </Button>
      </form>
    </li>
  );
}

/** Calendars that one brings along: by file or by address. Only when one is busy is kept, never with what. */
export function CalendarImports(props: ImportsProps) {
  const { times, event, locale, back, me, refused } = props;
  const t = useTranslations("talks.calendars");
  // Hours are marked on the same page, by a form without an address.
  const typed = refused?.entered.eventId === event.id && refused.entered.tentative ? refused : undefined;
  const errorOf = useMissing(typed);
  // The page is long: beside the field that it is about, a refusal is read where something can be done about it.
  const why = useRefusalText(typed?.failure.kind === "invalid" ? typed.failure : undefined);
  const [ofFile, ofAddress] = typed?.entered.address ? [undefined, why] : [why, undefined];
  return (
    <section className="stack gap-3" aria-labelledby="calendars-title">
      <h2 id="calendars-title" className="text-lg">
        {t("title")}
      </h2>
      <p className="muted">{t("text")}</p>
      {times.calendars.length > 0 ? (
        <ul className="talklist">
          {times.calendars.map((calendar) => (
            <Brought key={calendar.importId} calendar={calendar} {...props} />
          ))}
        </ul>
      ) : null}
      <Card className="stack gap-4">
        <form className="stack gap-4" method="post" action="/api/me/calendars" encType="multipart/form-data">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="eventId" value={event.id} />
          <input type="hidden" name="back" value={back} />
          <FormOf me={me} />
          <Field
            label={t("choose")}
            hint={t("chooseHint")}
            name="file"
            type="file"
            accept=".ics,text/calendar"
            error={ofFile}
          />
          <Field
            label={t("address")}
            hint={t("addressHint")}
            name="address"
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            maxLength={2_000}
            defaultValue={typed?.entered.address}
            error={errorOf("address") ?? ofAddress}
          />
          <Select
            label={t("tentative")}
            name="tentative"
            defaultValue={typed?.entered.tentative}
            options={[
              { value: "busy", label: t("tentativeBusy") },
              { value: "free", label: t("tentativeFree") },
            ]}
          />
          <div>
            <Button type="submit">{t("bring")}</Button>
          </div>
        </form>
      </Card>
    </section>
  );
}
