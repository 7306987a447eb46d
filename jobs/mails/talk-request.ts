import type { MailContent } from "@/components/mails/content";
import { senderOf } from "@/components/mails/frame";
import type { StoredFact } from "@/domain/kernel/outbox";
import { requestFact } from "@/domain/matchmaking/events";
import {
  type RequestCorrespondence,
  requestCorrespondence,
} from "@/domain/matchmaking/queries/correspondence";
import { translator } from "@/lib/i18n/translator";
import { safeName, safeNote } from "@/lib/mail/plain";
import { formatMoment, formatSpan } from "@/lib/time/format";
import { requestLink } from "@/lib/tokens";
import { hostsOf, legalLinks, pageLink, post } from "./parts";
import { partnerText, talkFoot } from "./talk";

/** To the asked person: who asks, what for, which times; answered on a page, because a link never acts. */
async function askedContent({
  request,
  event,
  from,
  to,
  slots,
}: RequestCorrespondence): Promise<MailContent> {
  const { locale } = to;
  const t = translator(locale, "mails");
  const place = { locale, zone: event.timeZone };
  const hosts = await hostsOf(event.id);
  const note = safeNote(request.note);
  const link = await requestLink({ requestId: request.id, personId: to.personId });
  return {
    locale,
    subject: t("talkRequested.subject", { name: safeName(from.name), title: event.title }),
    sender: senderOf(locale, hosts),
    heading: t("talkRequested.heading"),
    paragraphs: [
      t("greeting", { name: safeName(to.name) }),
      t("talkRequested.intro", { partner: partnerText(to, from), title: event.title }),
    ],
    ...(note === ""
      ? {}
      : { quote: { from: t("talkRequested.quote", { name: safeName(from.name) }), text: note } }),
    box: {
      title: t("talkRequested.box"),
      lines: slots.map((slot) => formatSpan({ ...place, ...slot })),
      buttons: [{ label: t("talkRequested.button"), href: link }],
      note: t("talkRequested.note", { time: formatMoment({ ...place, at: request.expiresAt }) }),
    },
    rows: [],
    foot: await talkFoot(to, hosts.contactEmail),
    legal: legalLinks(locale),
  };
}

/** To the asker: no reason is given, because none is asked for. */
async function declinedContent({ event, from, to }: RequestCorrespondence): Promise<MailContent> {
  const { locale } = from;
  const t = translator(locale, "mails");
  const hosts = await hostsOf(event.id);
  return {
    locale,
    subject: t("talkDeclined.subject", { name: safeName(to.name), title: event.title }),
    sender: senderOf(locale, hosts),
    heading: t("talkDeclined.heading"),
    paragraphs: [
      t("greeting", { name: safeName(from.name) }),
      t("talkDeclined.intro", { partner: partnerText(from, to), title: event.title }),
    ],
    box: {
      title: event.title,
      lines: [],
      buttons: [{ label: t("talkDeclined.button"), href: pageLink(locale, "/me/talks") }],
    },
    rows: [],
    foot: await talkFoot(from, hosts.contactEmail),
    legal: legalLinks(locale),
  };
}

/** Subscriber of the facts of requests that wait or were declined. */
export const mailRequest =
  (kind: "meeting.requested" | "meeting.declined") =>
  async (fact: StoredFact): Promise<void> => {
    const { requestId } = requestFact.parse(fact.payload);
    const found = await requestCorrespondence(requestId);
    if (!found) return;
    const isAsked = kind === "meeting.requested";
    const reader = isAsked ? found.to : found.from;
    await post({
      dedupeKey: `${kind}:${requestId}:${fact.id}`,
      kind,
      subjectId: requestId,
      to: { name: reader.name, email: reader.email },
      eventId: found.event.id,
      content: isAsked ? await askedContent(found) : await declinedContent(found),
    });
  };
