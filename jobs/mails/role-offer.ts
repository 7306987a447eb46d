import { askLine } from "@/components/mails/frame";
import { roleWords } from "@/components/office/role-words";
import { roleOfferedPayload } from "@/domain/alliance/events";
import { roleOfferMail } from "@/domain/alliance/queries/role-offers";
import type { StoredFact } from "@/domain/kernel/outbox";
import { homeZone } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";
import { formatMoment, formatSpan } from "@/lib/time/format";
import { legalLinks, pageLink, post } from "./parts";

/** Subscriber of `role.offered`. Nothing goes out once the offer was withdrawn or replaced. */
export async function mailRoleOffer(fact: StoredFact): Promise<void> {
  const { invitationId } = roleOfferedPayload.parse(fact.payload);
  const offer = await roleOfferMail(invitationId, now());
  if (!offer) return;
  const { locale, email, role, network, event } = offer;
  const t = translator(locale, "mails");
  const o = translator(locale, "office");
  const words = roleWords({ role, atEvent: event !== null });
  const named = { network: network.name, event: event?.title ?? "" };
  const place = event ? "event" : "office";
  const until = formatMoment({ locale, zone: homeZone, at: offer.expiresAt });
  await post({
    dedupeKey: `role.offered:${invitationId}`,
    kind: "role.offered",
    subjectId: invitationId,
    to: { name: "", email },
    eventId: null,
    content: {
      locale,
      subject: t(`roleOffer.${place}.subject`, named),
      sender: { name: network.name, mark: network.mark, colour: network.colour },
      heading: t(`roleOffer.${place}.heading`, named),
      paragraphs: [t(`roleOffer.${place}.intro`, named)],
      box: {
        title: t("roleOffer.title"),
        strong: o(words.name),
        lines: [
          o(words.hint),
          ...(event ? [`${event.title}, ${formatSpan({ locale, zone: event.timeZone, ...event })}`] : []),
        ],
        buttons: [{ label: t("roleOffer.button"), href: pageLink(locale, `/o/offered/${invitationId}`) }],
        note: t("roleOffer.until", { time: until }),
      },
      rows: [],
      foot: [{ text: t("foot.whyRole", named) }, askLine(locale, network.contactEmail)],
      legal: legalLinks(locale),
    },
  });
}
