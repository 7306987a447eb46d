import { NextIntlClientProvider } from "next-intl";
import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { homeZone, type Locale } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { EventAfterwards } from "./event-afterwards";

const talks = {
  ...{ startsAt: new Date("2027-04-12T08:00:00Z"), endsAt: new Date("2027-04-12T10:00:00Z") },
  slotMinutes: 20,
};
type Props = Omit<ComponentProps<typeof EventAfterwards>, "path" | "locale">;
const linksOf = (locale: Locale, props: Props) =>
  [
    ...renderToStaticMarkup(
      <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone={homeZone}>
        <EventAfterwards path="/o/lift-hub/e/tag" locale={locale} {...props} />
      </NextIntlClientProvider>,
    ).matchAll(/href="([^"]*)"/g),
  ].map(([, to]) => to);

it("leads who looks after an event that is over to its mails, its materials, its numbers and what came of its talks", () => {
  const all = { event: { talks }, may: { mails: true, report: true, attendance: true }, mayEdit: true };
  const pages = ["mails", "materials", "report", "numbers", "talks-report"];
  expect(linksOf("de", all)).toEqual(pages.map((page) => `/o/lift-hub/e/tag/${page}`));
  expect(linksOf("en", all)).toEqual(pages.map((page) => `/en/o/lift-hub/e/tag/${page}`));
});

it("leads nobody to a page that is not theirs, or that an event without talks has not", () => {
  const only = ["/o/lift-hub/e/tag/numbers"];
  const looking = { may: { mails: false, report: true, attendance: false }, mayEdit: false };
  expect(linksOf("de", { event: { talks: null }, ...looking })).toEqual(only);
  expect(
    linksOf("de", {
      event: { talks },
      may: { mails: false, report: false, attendance: false },
      mayEdit: false,
    }),
  ).toEqual(only);
});
