import { useTranslations } from "next-intl";
import { FormOf } from "@/components/talks/form-of";
import { IncomingRequest } from "@/components/talks/incoming-request";
import type { ReasonsOf } from "@/components/talks/reason-lines";
import { RequestMessages, type Writer } from "@/components/talks/request-messages";
import { slotStart } from "@/components/talks/slot-words";
import type { TalkRequest } from "@/components/talks/talk-views";
import { Person } from "@/components/ui/avatar";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type RequestListProps = Writer & {
  requests: readonly TalkRequest[];
  reasonsOf: ReasonsOf;
  event: { slug: string; timeZone: string };
  locale: Locale;
};

const tones: Record<TalkRequest["state"], BadgeTone> = {
  requested: "warning",
  accepted: "success",
  declined: "neutral",
  countered: "neutral",
  cancelled: "neutral",
  expired: "neutral",
};

type RowProps = Writer & { request: TalkRequest; locale: Locale; zone: string; back: string };

function RequestRow({ request, locale, zone, back, me, refused }: RowProps) {
  const t = useTranslations("talks.request");
  const { partner, state, direction, slots } = request;
  const waits = state === "requested" && direction === "outgoing";
  return (
    <li>
      <div className="stack gap-2">
        <Person name={partner.name} organisation={partner.organisation} seed={partner.personId} />
        {waits ? (
          <p className="small muted">{slots.map((slot) => slotStart(slot, { locale, zone })).join(" · ")}</p>
        ) : null}
        <RequestMessages {...{ request, back, locale, me, refused }} />
      </div>
      <div className="row gap-2">
        <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
        {waits ? (
          <ButtonLink
            size="sm"
            href={href(locale, `/me/talks/requests/${request.requestId}/times`)}
            aria-label={t("editFor", { name: partner.name })}
          >
            {t("edit")}
          </ButtonLink>
        ) : null}
        {waits ? (
          <form method="post" action={`/api/meetings/${request.requestId}/withdraw`}>
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="back" value={back} />
            <FormOf me={me} />
            <Button type="submit" size="sm" variant="quiet">
              {t("withdraw")}
            </Button>
          </form>
        ) : null}
      </div>
    </li>
  );
}

/** Requests of both directions: those that want an answer first, then what one asked oneself. */
export function RequestList({ requests, reasonsOf, event, locale, me, refused }: RequestListProps) {
  const t = useTranslations("talks");
  const back = `/me/talks?event=${event.slug}&tab=requests`;
  const place = { locale, zone: event.timeZone, back, me, refused };
  const incoming = requests.filter(({ direction }) => direction === "incoming");
  const open = incoming.filter(({ state }) => state === "requested");
  const closed = incoming.filter(({ state }) => state !== "requested");
  const outgoing = requests.filter(({ direction }) => direction === "outgoing");
  const rows = (list: readonly TalkRequest[]) => (
    <ul className="talklist">
      {list.map((request) => (
        <RequestRow key={request.requestId} request={request} {...place} />
      ))}
    </ul>
  );
  return (
    <div className="stack gap-6 py-6">
      <section className="stack gap-3">
        <h2 className="text-lg">{t("request.incoming")}</h2>
        {open.length === 0 ? <p className="muted">{t("none.incoming")}</p> : null}
        {open.map((request) => (
          <IncomingRequest key={request.requestId} request={request} reasonsOf={reasonsOf} {...place} />
        ))}
        {closed.length > 0 ? rows(closed) : null}
      </section>
      <section className="stack gap-3">
        <h2 className="text-lg">{t("request.outgoing")}</h2>
        {outgoing.length === 0 ? <p className="muted">{t("none.outgoing")}</p> : rows(outgoing)}
      </section>
    </div>
  );
}
