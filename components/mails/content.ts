import type { Locale } from "@/lib/i18n/locales";

export type MailLink = { label: string; href: string };

/**
 * What a mail says, before any markup. The HTML and the text twin are both written from it, so they cannot differ.
 * Every string is plain text; whatever a person typed is escaped by React and stands as it is in the twin.
 */
export type MailContent = {
  locale: Locale;
  subject: string;
  /** Who sends it: the event's lead network, or Plenum itself. */
  sender: { name: string; mark: string; colour: string; aside?: string };
  heading: string;
  paragraphs: readonly string[];
  /** What somebody else wrote, set apart so that it is not taken for our words. */
  quote?: { from: string; text: string };
  box?: {
    title: string;
    strong?: string;
    lines: readonly string[];
    /** Digits to type, in large type. */
    code?: string;
    buttons: readonly MailLink[];
    note?: string;
  };
  /** What is shown at the door; `code` is what the picture says, for readers without pictures. */
  ticket?: { title: string; text: string; code: string };
  /** „Doch verhindert? Anmeldung ändern oder absagen.“ */
  rows: readonly { lead: string; text?: string; link?: MailLink; after?: string }[];
  /** Why this mail came and whom to ask. */
  foot: readonly { text: string; link?: MailLink; after?: string }[];
  legal: readonly MailLink[];
};
