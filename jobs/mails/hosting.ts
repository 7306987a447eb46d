import { askLine } from "@/components/mails/frame";
import { spanOfDays } from "@/components/programme/days";
import { ownersOf } from "@/domain/alliance/queries/people-of";
import type { StoredFact } from "@/domain/kernel/outbox";
import { hostingOfferedPayload } from "@/domain/programme/events";
import { eventNaming, seriesAsking } from "@/domain/programme/queries/hosting";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Id } from "@/lib/ids";
import { formatSpan } from "@/lib/time/format";
import { type Letter, legalLinks, pageLink, postAll } from "./parts";

type Series = NonNullable<Awaited<ReturnType<typeof seriesAsking>>>;
type Event = NonNullable<Awaited<ReturnType<typeof eventNaming>>>;
type Said = { key: "series" | "named" | "access"; title: string; when: string; path: string | undefined };

const saidOfSeries = (asked: Series, locale: Locale): Said => ({
  key: "series",
  title: asked.title,
  when: spanOfDays({ locale, startsOn: asked.startsOn, endsOn: asked.endsOn }),
  path: `/o/${asked.host.slug}/series`,
});

/** Whoever has the desk is led there; whoever is only named can see a page once there is one. */
function saidOfEvent(event: Event, locale: Locale): Said {
  const { title, hasAccess, slug } = event;
  const when = formatSpan({ ...event, locale, zone: event.timeZone });
  if (hasAccess) return { key: "access", title, when, path: `/o/${event.lead.slug}/e/${slug}` };
  return { key: "named", title, when, path: event.status === "draft" ? undefined : `/e/${slug}` };
}

function contentOf(
  { lead, host }: Pick<Series, "lead" | "host">,
  said: Said,
  locale: Locale,
): Letter["content"] {
  const t = translator(locale, "mails");
  const named = { network: lead.name, host: host.name, title: said.title };
  const buttons = said.path
    ? [{ label: t(`hosting.${said.key}.button`), href: pageLink(locale, said.path) }]
    : [];
  return {
    locale,
    subject: t(`hosting.${said.key}.subject`, named),
    sender: { name: lead.name, mark: lead.mark, colour: lead.colour },
    heading: t(`hosting.${said.key}.heading`, named),
    paragraphs: [t(`hosting.${said.key}.intro`, named)],
    box: { title: t("hosting.title"), strong: said.title, lines: [said.when], buttons },
    rows: [],
    foot: [{ text: t("foot.whyOwner", named) }, askLine(locale, lead.contactEmail)],
    legal: legalLinks(locale),
  };
}

/** Whom a fact is about and what it says, as it stands now: nothing where it was taken back meanwhile. */
async function offerOf(payload: ReturnType<typeof hostingOfferedPayload.parse>) {
  const { networkId, seriesId, eventId } = payload;
  if (seriesId) {
    const asked = await seriesAsking({ networkId, seriesId });
    return (
      asked && { subjectId: seriesId, about: asked, said: (locale: Locale) => saidOfSeries(asked, locale) }
    );
  }
  const event = eventId && (await eventNaming({ networkId, eventId }));
  return event && { subjectId: eventId, about: event, said: (locale: Locale) => saidOfEvent(event, locale) };
}

/**
 * Subscriber of `hosting.offered`: the owners of the network that was asked or named. Asked, taken back and asked again
 * within a day is one mail: no office fills another's mailbox.
 */
export async function mailHosting(fact: StoredFact): Promise<void> {
  const payload = hostingOfferedPayload.parse(fact.payload);
  const offer = await offerOf(payload);
  if (!offer) return;
  const { subjectId, about } = offer;
  const day = fact.at.toISOString().slice(0, 10);
  const owners = await ownersOf(payload.networkId);
  await postAll(
    owners.map(({ id, name, email, locale }): Letter => {
      const said = offer.said(locale);
      const key: readonly (Id<"person"> | string)[] = [said.key, subjectId, payload.networkId, id, day];
      return {
        dedupeKey: `hosting.offered:${key.join(":")}`,
        kind: "hosting.offered",
        subjectId,
        to: { name, email },
        // Behind an event stands its lead network, to which an answer then goes.
        eventId: payload.eventId ?? null,
        content: contentOf(about, said, locale),
      };
    }),
  );
}
