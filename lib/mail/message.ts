import { createHash } from "node:crypto";
import type { SendMailOptions } from "nodemailer";
import type { Method } from "@/lib/ics/calendar";
import { qrPicture } from "@/lib/qr";
import { TICKET_ADDRESS } from "@/lib/ticket";
import { oneLine } from "./plain";

export type Mailbox = { name: string; address: string };

export type Message = {
  /** Unique per transition; the Message-ID is made of it, so a repeated sending is recognised as the same mail. */
  dedupeKey: string;
  from: Mailbox;
  replyTo?: string;
  to: Mailbox;
  subject: string;
  html: string;
  text: string;
  calendar?: { method: Method; ics: string };
  /** Where one post, without a cookie or a question, ends mails of this sort (RFC 8058). */
  unsubscribe?: string;
  /** What the QR code in the HTML says. */
  ticket?: string;
};

/** `Plenum <plenum@example.org>` or a bare address, as in MAIL_FROM. */
export function mailboxOf(text: string): Mailbox {
  const match = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/.exec(text);
  return match?.[2] ? { name: match[1] ?? "", address: match[2] } : { name: "", address: text.trim() };
}

const hostOf = (address: string) => address.slice(address.lastIndexOf("@") + 1);

/** The Message-ID of a dedupe key: the same key always gives the same id. */
export const messageIdOf = (dedupeKey: string, from: string): string =>
  `<${createHash("sha256").update(dedupeKey).digest("hex").slice(0, 40)}@${hostOf(from)}>`;

/** Exactly one address, no list, no group, no quoted local part: anything else is nobody's address. */
export const isDeliverable = (address: string): boolean =>
  /^[^\s"(),:;<>@[\]\\\p{Cc}]+@[^\s"(),:;<>@[\]\\\p{Cc}]+$/u.test(address);

/** What makes mail programs show their own button. Both headers have to be covered by the mail server's DKIM signature. */
const unsubscribeHeaders = (address: string | undefined): Record<string, string> =>
  address === undefined
    ? {}
    : { "List-Unsubscribe": `<${address}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };

/** The picture lies in the mail itself: nothing is loaded from anywhere when it is opened. */
const ticketPicture = (code: string) => ({
  cid: TICKET_ADDRESS,
  filename: "einlass.gif",
  contentType: "image/gif",
  contentDisposition: "inline" as const,
  content: Buffer.from(qrPicture(code)),
});

/** Options for nodemailer: mixed { alternative { plain, html, text/calendar }, invite.ics }. */
export function mailOptions(message: Message): SendMailOptions {
  const { calendar, from, to, ticket } = message;
  return {
    from: { name: oneLine(from.name), address: from.address },
    to: { name: oneLine(to.name), address: to.address },
    ...(message.replyTo === undefined ? {} : { replyTo: { name: "", address: message.replyTo } }),
    // The envelope is said outright, so nothing in a header can add a recipient.
    envelope: { from: from.address, to: [to.address] },
    messageId: messageIdOf(message.dedupeKey, from.address),
    subject: oneLine(message.subject, 200),
    text: message.text,
    html: message.html,
    headers: { "Auto-Submitted": "auto-generated", ...unsubscribeHeaders(message.unsubscribe) },
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(ticket === undefined ? {} : { attachments: [ticketPicture(ticket)] }),
    ...(calendar === undefined
      ? {}
      : { icalEvent: { method: calendar.method, content: calendar.ics, filename: "invite.ics" } }),
  };
}
