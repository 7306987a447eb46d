import { expect, it } from "vitest";
import { markupOf } from "@/components/testing/markup";
import type { Locale } from "@/lib/i18n/locales";
import type { Id } from "@/lib/ids";
import type { MailboxEntry } from "./mailbox-entry";
import { MailboxList } from "./mailbox-list";

const mail = (id: Id<"mail">): MailboxEntry => ({
  id,
  kind: "registration.confirmed",
  to: "anna@example.org",
  toName: "Anna Beispiel",
  locale: "de",
  subject: `Betreff ${id}`,
  text: "Text",
  html: `<p>Inhalt ${id}</p>`,
  ics: null,
  icsMethod: null,
  attachments: [],
  state: "sent",
  at: "2026-11-12T10:00:00Z",
  links: [],
});

const pageWith = (open: string, locale: Locale = "de") =>
  markupOf(
    <MailboxList
      mails={[mail("mai_one"), mail("mai_two")]}
      to="anna@example.org"
      open={open}
      locale={locale}
    />,
    locale,
  );

it("holds the HTML of the one mail that was asked for, and a link to each of the others", () => {
  expect(pageWith("")).not.toMatch(/<iframe|Inhalt/);
  const page = pageWith("mai_two");
  expect(page.match(/<iframe/g)).toHaveLength(1);
  expect(page).toContain("Inhalt mai_two");
  expect(page).not.toContain("Inhalt mai_one");
  expect(page).toContain('href="/dev/mailbox?to=anna%40example.org&amp;mail=mai_one#mai_one"');
});

it.each([
  ["de", "Bestätigung"],
  ["en", "Confirmation"],
] as const)("says in %s what a mail is about, not how rows call it", (locale, name) => {
  const page = pageWith("", locale);
  expect(page).toContain(name);
  expect(page).not.toContain("registration.confirmed");
});
