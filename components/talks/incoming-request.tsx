import { useTranslations } from "next-intl";
import { FormOf } from "@/components/talks/form-of";
import { ReasonLines, type ReasonsOf } from "@/components/talks/reason-lines";
import { RequestMessages, type Writer } from "@/components/talks/request-messages";
import { slotForReader, slotStart } from "@/components/talks/slot-words";
import { Button, ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { OnceField } from "@/components/ui/once-field";
import type { TalkRequest } from "@/domain/matchmaking/queries/requests";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type IncomingRequestProps = Writer & {
  request: TalkRequest;
  reasonsOf: ReasonsOf;
  /** The page to come back to, without language prefix. */
  back: string;
  locale: Locale;
  zone: string;
};

function Answers({ request, back, locale, zone, me }: Omit<IncomingRequestProps, "reasonsOf">) {
  const t = useTranslations("talks.request");
  const { name } = request.partner;
  return (
    <form className="incoming__acts" method="post" action={`/api/meetings/${request.requestId}/answer`}>
      <input type="hidden" name="locale" value={locale} />
      <OnceField />
      <p className="small muted incoming__rule">{t("oneClick")}</p>
      <input type="hidden" name="back" value={back} />
      <FormOf me={me} />
      {request.slots.map((slot) => {
        const second = slotForReader(slot, { locale, zone, ownZone: request.ownZone }).second;
        const own = slotStart(slot, { locale, zone: second === undefined ? zone : request.ownZone });
        const when = second === undefined ? own : `${own} (${second})`;
        return (
          <Button
            key={slot.startsAt.toISOString()}
            type="submit"
            size="sm"
            variant="match"
            name="answer"
            value={slot.startsAt.toISOString()}
            disabled={!slot.free}
            aria-label={slot.free ? t("accept", { when, name }) : undefined}
          >
            {slot.free ? t("agree", { when }) : `${when}, ${t("taken")}`}
          </Button>
        );
      })}
      <Button type="submit" size="sm" variant="quiet" name="answer" value="decline">
        {t("decline")}
      </Button>
      <ButtonLink
        size="sm"
        variant="quiet"
        href={href(locale, `/me/talks/requests/${request.requestId}/times`)}
        aria-label={t("counterTo", { name })}
      >
        {t("counter")}
      </ButtonLink>
    </form>
  );
}

/** Somebody asks for a talk: who, why, and every answer as one button. */
export function IncomingRequest({ reasonsOf, ...props }: IncomingRequestProps) {
  const t = useTranslations("talks.request");
  const { request, locale, back, me, refused } = props;
  const { name, organisation, personId } = request.partner;
  const reasons = reasonsOf(request.requestId);
  const b = (words: React.ReactNode) => <b>{words}</b>;
  return (
    <div className="notice notice--match">
      <Icon name="talk" />
      <div className="incoming">
        <div className="incoming__text">
          <p>
            {organisation ? t.rich("wantsFrom", { b, name, organisation }) : t.rich("wants", { b, name })}
          </p>
          {reasons.length > 0 ? (
            <ReasonLines reasons={reasons} partner={request.partner} locale={locale} />
          ) : (
            <p className="small muted">{t("noReasons")}</p>
          )}
          {request.isCounter ? <p className="small muted">{t("isCounter")}</p> : null}
          {request.note ? <p className="quote small">{request.note}</p> : null}
          <RequestMessages {...{ request, back, locale, me, refused }} />
        </div>
        <Answers {...props} />
        <details className="bmore">
          <summary>{t("block")}</summary>
          <form method="post" action="/api/me/blocks">
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="back" value={back} />
            <input type="hidden" name="personId" value={personId} />
            <FormOf me={me} />
            <Button type="submit" size="sm" variant="danger-quiet" name="blocked" value="yes">
              {t("block")}
            </Button>
          </form>
        </details>
      </div>
    </div>
  );
}
