import type { MailRow } from "@/domain/notifications/queries/mailbox";
import { qrPicture } from "@/lib/qr";
import { TICKET_ADDRESS, ticketOf } from "@/lib/ticket";

/** `Label: https://…` as a line of the text twin; the HTML holds the same links. */
const LINK_LINE = /^(.+?): ((?:https?|mailto):\S+)$/;

/** The HTML with the picture that would travel beside it, so that a browser can show it. */
function shownHtml(mail: MailRow): string {
  const code = ticketOf(mail);
  if (code === undefined) return mail.html;
  const picture = `data:image/gif;base64,${Buffer.from(qrPicture(code)).toString("base64")}`;
  return mail.html.replaceAll(`cid:${TICKET_ADDRESS}`, picture);
}

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
    html: shownHtml(mail),
    ics: mail.ics,
    icsMethod: mail.icsMethod,
    attachments: mail.ics === null ? [] : [{ fileName: "invite.ics", type: "text/calendar", text: mail.ics }],
    state: mail.state,
    at: mail.createdAt.toISOString(),
    links,
  };
}
export type MailboxEntry = ReturnType<typeof mailboxEntry>;
