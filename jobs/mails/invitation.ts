import { askLine, legalLinksAt, senderOf, whenLines } from "@/components/mails/frame";
import { invitationText } from "@/components/registration/invitation-text";
import { placeText } from "@/domain/calendar/queries";
import { type DueInvitation, invitationKey } from "@/domain/notifications/queries/invited";
import { origin } from "@/lib/env";
import { translator } from "@/lib/i18n/translator";
import { safeName } from "@/lib/mail/plain";
import { formatMoment } from "@/lib/time/format";
import { hostsOf, pageLink, post, unsubscribeLinks } from "./parts";

type Locale = NonNullable<DueInvitation["locale"]>;

/** What it is about, the code, and until when it works. */
function boxOf({ event, code, email, expiresAt }: DueInvitation, locale: Locale) {
  const t = translator(locale, "mails");
  const { timeZone: zone } = event;
  const { strong, lines } = whenLines({ ...event, zone, ownZone: zone, locale });
  return {
    title: event.title,
    strong,
    lines: [
      ...lines,
      placeText(locale, event.place),
      t("invited.code", { code: invitationText(code) }),
      ...(expiresAt ? [t("invited.until", { time: formatMoment({ locale, zone, at: expiresAt }) })] : []),
    ],
    buttons: [{ label: t("invited.button"), href: pageLink(locale, `/i/${code}`) }],
    note: t("invited.note", { email: email ?? "" }),
  };
}

/** Invites one address: with a code that is for this address alone, and a way never to get such a mail again. */
export async function writeInvitation(invitation: DueInvitation): Promise<void> {
  const { event, id, email, mailing } = invitation;
  const locale = invitation.locale ?? "de";
  if (email === null) return;
  const t = translator(locale, "mails");
  const hosts = await hostsOf(event.id);
  const name = safeName(invitation.label);
  const named = { network: hosts.name, title: event.title };
  const refuse = await unsubscribeLinks({ locale, email, networkId: event.networkId });
  const link = { label: t("foot.unsubscribe"), href: refuse.page };
  await post({
    dedupeKey: invitationKey(id, mailing),
    kind: "invitation.sent",
    subjectId: id,
    to: { name, email },
    eventId: event.id,
    unsubscribe: refuse.post,
    content: {
      locale,
      subject: t("invited.subject", named),
      sender: senderOf(locale, hosts),
      heading: t("invited.heading"),
      paragraphs: [...(name === "" ? [] : [t("greeting", { name })]), t("invited.intro", named)],
      box: boxOf(invitation, locale),
      rows: [],
      foot: [askLine(locale, hosts.contactEmail), { text: t("invited.why", named), link, after: "." }],
      legal: legalLinksAt(origin(), locale),
    },
  });
}
