import type { MailRow } from "@/domain/notifications/queries/mailbox";

/** `Label: https://…` as a line of the text twin; the HTML holds the same links. */
const LINK_LINE = /^(.+?): ((?:https?|mailto):\S+)$/;

/** One mail as the development mailbox shows it and tests read it. */
export function mailboxEntry(mail: MailRow) {
  const links = mail.text.split("\n").flatMap((line) => {
    const match = LINK_LINE.exec(line);
    return match?.[1] && match[2] ? [{ label: match[1], href: match[2] }] : [];
  });
  return {
    id: mail.id,
    kind: mail.kind,
    to: mail.toEmail,
    toName: mail.toName,
    locale: mail.locale,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    ics: mail.ics,
    icsMethod: mail.icsMethod,
    attachments: mail.ics === null ? [] : [{ fileName: "invite.ics", type: "text/calendar", text: mail.ics }],
    state: mail.state,
    at: mail.createdAt.toISOString(),
    links,
  };
}
export type MailboxEntry = ReturnType<typeof mailboxEntry>;
