import { askLine } from "@/components/mails/frame";
import { roleOfferedPayload } from "@/domain/alliance/events";
import { roleOfferMail } from "@/domain/alliance/queries/office";
import type { StoredFact } from "@/domain/kernel/outbox";
import { homeZone } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";
import { formatMoment } from "@/lib/time/format";
import { legalLinks, pageLink, post } from "./parts";

/** Subscriber of `role.offered`. Nothing goes out once the offer was withdrawn or replaced. */
export async function mailRoleOffer(fact: StoredFact): Promise<void> {
  const { invitationId } = roleOfferedPayload.parse(fact.payload);
  const offer = await roleOfferMail(invitationId, now());
  if (!offer) return;
  const { locale, email, role, network } = offer;
  const t = translator(locale, "mails");
  const named = { network: network.name };
  const until = formatMoment({ locale, zone: homeZone, at: offer.expiresAt });
  await post({
    dedupeKey: `role.offered:${invitationId}`,
    kind: "role.offered",
    subjectId: invitationId,
    to: { name: "", email },
    eventId: null,
    content: {
      locale,
      subject: t("roleOffer.subject", named),
      sender: { name: network.name, mark: network.mark, colour: network.colour },
      heading: t("roleOffer.heading", named),
      paragraphs: [t("roleOffer.intro", named)],
      box: {
        title: t("roleOffer.title"),
        strong: translator(locale, "office")(`roles.${role}`),
        lines: [translator(locale, "office")(`roleHints.${role}`)],
        buttons: [{ label: t("roleOffer.button"), href: pageLink(locale, `/o/offered/${invitationId}`) }],
        note: t("roleOffer.until", { time: until }),
      },
      rows: [],
      foot: [{ text: t("foot.whyRole", named) }, askLine(locale, network.contactEmail)],
      legal: legalLinks(locale),
    },
  });
}
