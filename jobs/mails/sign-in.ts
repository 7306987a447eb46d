import { askLine } from "@/components/mails/frame";
import type { StoredFact } from "@/domain/kernel/outbox";
import { signInRequestedPayload } from "@/domain/people/events";
import { signInMailOf } from "@/domain/people/queries";
import { homeZone } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatMoment } from "@/lib/time/format";
import { legalLinks, ourselves, ownContact, post } from "./parts";

/** Subscriber of `signin.requested`: link and code. Nothing goes out once the code was used or has expired. */
export async function mailSignIn(fact: StoredFact): Promise<void> {
  const { codeId } = signInRequestedPayload.parse(fact.payload);
  const mail = await signInMailOf(codeId);
  if (!mail) return;
  const { locale, code, link, email } = mail;
  const t = translator(locale, "mails");
  const until = formatMoment({ locale, zone: homeZone, at: mail.expiresAt });
  await post({
    dedupeKey: `signin.requested:${codeId}`,
    kind: "signin.requested",
    subjectId: codeId,
    to: { name: "", email },
    eventId: null,
    content: {
      locale,
      subject: t("signIn.subject", { code }),
      sender: ourselves(),
      heading: t("signIn.heading"),
      paragraphs: [t("signIn.intro")],
      box: {
        title: t("signIn.title"),
        lines: [],
        code,
        buttons: [{ label: t("signIn.button"), href: link }],
        note: t("signIn.until", { time: until }),
      },
      rows: [],
      foot: [{ text: t("foot.whySignIn") }, askLine(locale, ownContact())],
      legal: legalLinks(locale),
    },
  });
}
