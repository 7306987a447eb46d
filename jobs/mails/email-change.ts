import { askLine } from "@/components/mails/frame";
import { addressTies } from "@/domain/alliance/queries/address-ties";
import type { StoredFact } from "@/domain/kernel/outbox";
import { emailChangePayload } from "@/domain/people/events";
import { emailChangeOf } from "@/domain/people/queries/email-changes";
import { origin } from "@/lib/env";
import { homeZone } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatMoment } from "@/lib/time/format";
import { emailChangeToken } from "@/lib/tokens";
import { legalLinks, ourselves, ownContact, post } from "./parts";

/** Subscriber of `email.requested`: the link that proves a new address. It goes there, and names nobody and no network. */
export async function mailEmailRequested(fact: StoredFact): Promise<void> {
  const { changeId } = emailChangePayload.parse(fact.payload);
  const change = await emailChangeOf(changeId);
  if (!change || change.usedAt) return;
  const { locale, toEmail, expiresAt } = change;
  const t = translator(locale, "mails");
  const { ending } = await addressTies(change);
  const link = `${origin()}/a/${await emailChangeToken(changeId)}`;
  const until = formatMoment({ locale, zone: homeZone, at: expiresAt });
  await post({
    dedupeKey: `email.requested:${changeId}`,
    kind: "email.requested",
    subjectId: changeId,
    to: { name: "", email: toEmail },
    eventId: null,
    content: {
      locale,
      subject: t("emailRequested.subject"),
      sender: ourselves(),
      heading: t("emailRequested.heading"),
      paragraphs: [t("emailRequested.intro"), ...(ending.length > 0 ? [t("emailRequested.ending")] : [])],
      box: {
        title: toEmail,
        lines: [],
        buttons: [{ label: t("emailRequested.button"), href: link }],
        note: t("signIn.until", { time: until }),
      },
      rows: [],
      foot: [{ text: t("foot.whySignIn") }, askLine(locale, ownContact())],
      legal: legalLinks(locale),
    },
  });
}

/** Subscriber of `email.changed`: tells the old address, in case it was not its owner who moved. */
export async function mailEmailChanged(fact: StoredFact): Promise<void> {
  const { changeId } = emailChangePayload.parse(fact.payload);
  const change = await emailChangeOf(changeId);
  if (!change) return;
  const { locale, fromEmail } = change;
  const t = translator(locale, "mails");
  await post({
    dedupeKey: `email.changed:${changeId}`,
    kind: "email.changed",
    subjectId: changeId,
    to: { name: "", email: fromEmail },
    eventId: null,
    content: {
      locale,
      subject: t("emailChanged.subject"),
      sender: ourselves(),
      heading: t("emailChanged.heading"),
      paragraphs: [t("emailChanged.intro"), t("emailChanged.notYou", { contact: ownContact() })],
      box: { title: fromEmail, lines: [], buttons: [] },
      rows: [],
      foot: [{ text: t("emailChanged.why") }, askLine(locale, ownContact())],
      legal: legalLinks(locale),
    },
  });
}
