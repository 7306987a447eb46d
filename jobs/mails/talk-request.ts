import type { MailContent } from "@/components/mails/content";
import { senderOf } from "@/components/mails/frame";
import type { StoredFact } from "@/domain/kernel/outbox";
import { messageFact, requestFact } from "@/domain/matchmaking/events";
import {
  type Correspondent,
  findMessage,
  type RequestCorrespondence,
  requestCorrespondence,
} from "@/domain/matchmaking/queries/correspondence";
import { translator } from "@/lib/i18n/translator";
import { safeName, safeNote } from "@/lib/mail/plain";
import { formatMoment, formatSpan } from "@/lib/time/format";
import { registrationLink, requestLink } from "@/lib/tokens";
import { hostsOf, legalLinks, post } from "./parts";
import { partnerText, talkFoot } from "./talk-words";

const askedKeys = {
  "meeting.requested": "talkRequested",
  "meeting.edited": "talkEdited",
  "meeting.countered": "talkCountered",
} as const;
type Asking = keyof typeof askedKeys;

/** To the asked person: who asks, what for, which times; answered on a page, because a link never acts. */
async function askedContent(
  kind: Asking,
  { request, event, from, to, slots }: RequestCorrespondence,
): Promise<MailContent> {
  const key = askedKeys[kind];
  const { locale } = to;
  const t = translator(locale, "mails");
  const place = { locale, zone: event.timeZone };
  const hosts = await hostsOf(event.id);
  const note = safeNote(request.note);
  const link = await requestLink({ requestId: request.id, personId: to.personId });
  return {
    locale,
    subject: t(`${key}.subject`, { name: safeName(from.name), title: event.title }),
    sender: senderOf(locale, hosts),
    heading: t(`${key}.heading`),
    paragraphs: [
      t("greeting", { name: safeName(to.name) }),
      t(`${key}.intro`, { partner: partnerText(to, from), title: event.title }),
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
  const link = await registrationLink(from.registrationId, { next: "suggestions" });
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
      buttons: [{ label: t("talkDeclined.button"), href: link }],
    },
    rows: [],
    foot: await talkFoot(from, hosts.contactEmail),
    legal: legalLinks(locale),
  };
}

/** To the other side of a request that waits: what was written, and the page to answer it on. */
async function writtenContent(
  { request, event, from, to }: RequestCorrespondence,
  { personId, text }: { personId: string; text: string },
): Promise<{ reader: Correspondent; content: MailContent }> {
  const [writer, reader] = personId === from.personId ? [from, to] : [to, from];
  const { locale } = reader;
  const t = translator(locale, "mails");
  const hosts = await hostsOf(event.id);
  const name = safeName(writer.name);
  const isAsked = reader === to;
  const link = isAsked
    ? await requestLink({ requestId: request.id, personId: reader.personId })
    : await registrationLink(reader.registrationId, { next: "requests" });
  const content: MailContent = {
    locale,
    subject: t("talkWritten.subject", { name, title: event.title }),
    sender: senderOf(locale, hosts),
    heading: t("talkWritten.heading"),
    paragraphs: [
      t("greeting", { name: safeName(reader.name) }),
      t("talkWritten.intro", { partner: partnerText(reader, writer), title: event.title }),
    ],
    quote: { from: t("talkRequested.quote", { name }), text: safeNote(text) },
    box: { title: event.title, lines: [], buttons: [{ label: t("talkWritten.button"), href: link }] },
    rows: [],
    foot: await talkFoot(reader, hosts.contactEmail),
    legal: legalLinks(locale),
  };
  return { reader, content };
}

/** A request that is changed again and again is mailed once an hour: its page shows it as it stands. */
const mailOf = (kind: Asking | "meeting.declined", { id, at }: StoredFact): string =>
  kind === "meeting.edited" ? at.toISOString().slice(0, 13) : id;

/** Subscriber of the facts of requests that wait or were declined. */
export const mailRequest =
  (kind: Asking | "meeting.declined") =>
  async (fact: StoredFact): Promise<void> => {
    const { requestId } = requestFact.parse(fact.payload);
    const found = await requestCorrespondence(requestId);
    if (!found) return;
    const reader = kind === "meeting.declined" ? found.from : found.to;
    const content =
      kind === "meeting.declined" ? await declinedContent(found) : await askedContent(kind, found);
    await post({
      dedupeKey: `${kind}:${requestId}:${mailOf(kind, fact)}`,
      // Other times, or changed ones, are a request like any other: sent while it waits, and never after.
      kind: kind === "meeting.declined" ? kind : "meeting.requested",
      subjectId: requestId,
      to: { name: reader.name, email: reader.email },
      eventId: found.event.id,
      content,
    });
  };

/** Subscriber of messages about a request. */
export async function mailMessage(fact: StoredFact): Promise<void> {
  const { requestId, messageId } = messageFact.parse(fact.payload);
  const [found, message] = [await requestCorrespondence(requestId), await findMessage(messageId)];
  if (!found || !message) return;
  const { reader, content } = await writtenContent(found, message);
  await post({
    dedupeKey: `meeting.written:${messageId}`,
    kind: "meeting.requested",
    subjectId: requestId,
    to: { name: reader.name, email: reader.email },
    eventId: found.event.id,
    content,
  });
}
