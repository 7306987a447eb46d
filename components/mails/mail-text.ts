import type { MailContent, MailLink } from "./content";

/** „Teilnehmen: https://…“; an address that is its own label stands once. */
const linkText = ({ label, href }: MailLink) => (href === `mailto:${label}` ? label : `${label}: ${href}`);
const joined = (...parts: (string | undefined)[]) =>
  parts.filter((part) => part !== undefined && part !== "");

/** The text twin of a mail: the same words and links in the same order, for readers without HTML. */
export function mailText(content: MailContent): string {
  const { box, quote, ticket } = content;
  const blocks = [
    joined(content.sender.name, content.sender.aside),
    [content.heading],
    ...content.paragraphs.map((text) => [text]),
    quote ? [quote.from, ...quote.text.split("\n").map((line) => `> ${line}`)] : [],
    box ? joined(box.title, box.strong, ...box.lines, box.code, ...box.buttons.map(linkText), box.note) : [],
    ticket ? [ticket.title, ticket.text, ticket.code] : [],
    ...content.rows.map((row) =>
      joined(joined(row.lead, row.text).join(" "), row.link && linkText(row.link)),
    ),
    ["-- "],
    ...content.foot.map((line) => joined(line.text, line.link && linkText(line.link))),
    content.legal.map(linkText),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}
