import { askLine } from "@/components/mails/frame";
import { contactFact } from "@/domain/board/events";
import { contactMail } from "@/domain/board/queries/contact-mail";
import type { StoredFact } from "@/domain/kernel/outbox";
import { translator } from "@/lib/i18n/translator";
import { safeName, safeNote } from "@/lib/mail/plain";
import { legalLinks, pageLink, post } from "./parts";

/** Subscriber of `entry.help_offered`: to the entry's side, who offers help; without an address, which only a yes shows. */
export async function mailHelpOffered(fact: StoredFact): Promise<void> {
  const { contactId } = contactFact.parse(fact.payload);
  const mail = await contactMail(contactId);
  if (mail?.state !== "asked") return;
  const { side, helper, entry, network, path } = mail;
  const { locale } = side;
  const t = translator(locale, "mails");
  const title = safeNote(entry.title);
  const name = safeName(helper.name);
  const organisation = safeName(helper.organisation);
  const note = safeNote(mail.note);
  await post({
    dedupeKey: `entry.help_offered:${contactId}`,
    kind: "entry.help_offered",
    subjectId: contactId,
    to: { name: side.name, email: side.email },
    eventId: null,
    content: {
      locale,
      subject: t("helpOffered.subject", { title }),
      sender: { name: network.name, mark: network.mark, colour: network.colour },
      heading: t("helpOffered.heading"),
      paragraphs: [
        t("greeting", { name: safeName(side.name) }),
        organisation === ""
          ? t("helpOffered.intro", { name, title })
          : t("helpOffered.introFrom", { name, organisation, title }),
      ],
      ...(note === "" ? {} : { quote: { from: name, text: note } }),
      box: {
        title,
        lines: [t("helpOffered.rule")],
        buttons: [{ label: t("helpOffered.button"), href: pageLink(locale, path) }],
      },
      rows: [],
      foot: [askLine(locale, network.contactEmail)],
      legal: legalLinks(locale),
    },
  });
}

/** Subscriber of `entry.contact_answered`: to who offered help, that the other side says yes, and where they are reached. */
export async function mailContactAnswered(fact: StoredFact): Promise<void> {
  const { contactId } = contactFact.parse(fact.payload);
  const mail = await contactMail(contactId);
  if (mail?.state !== "agreed") return;
  const { side, helper, entry, network, path } = mail;
  const { locale } = helper;
  const t = translator(locale, "mails");
  const title = safeNote(entry.title);
  const organisation = safeName(entry.organisation);
  await post({
    dedupeKey: `entry.contact_answered:${contactId}`,
    kind: "entry.contact_answered",
    subjectId: contactId,
    to: { name: helper.name, email: helper.email },
    eventId: null,
    content: {
      locale,
      subject: t("contactAnswered.subject", { title }),
      sender: { name: network.name, mark: network.mark, colour: network.colour },
      heading: t("contactAnswered.heading"),
      paragraphs: [t("greeting", { name: safeName(helper.name) }), t("contactAnswered.intro", { title })],
      box: {
        title,
        strong: safeName(side.name),
        lines: [...(organisation === "" ? [] : [organisation]), side.email],
        buttons: [{ label: t("contactAnswered.button"), href: pageLink(locale, path) }],
      },
      rows: [],
      foot: [askLine(locale, network.contactEmail)],
      legal: legalLinks(locale),
    },
  });
}
