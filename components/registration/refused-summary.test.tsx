import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { homeZone, type Locale, locales } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { fail } from "@/lib/result";
import { useFieldErrors } from "./field-errors";
import { RefusedSummary } from "./refused-summary";

function Summary({ reason }: { reason: string }) {
  const refused = { entered: {}, lists: {}, failure: fail("conflict", reason).failure };
  return <RefusedSummary refused={refused} problems={useFieldErrors(refused).problems} />;
}

const shown = (locale: Locale, reason: string) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone={homeZone}>
      <Summary reason={reason} />
    </NextIntlClientProvider>,
  );

it.each(locales)("says in %s what an event asks besides without calling it a failure", (locale) => {
  const asked = shown(locale, "questions_open");
  expect(asked).toContain(messages[locale].errors.reasons.questions_open);
  expect(asked).not.toContain(messages[locale].registration.form.failedTitle);
  expect(asked).toContain('role="status"');
  expect(shown(locale, "event_full")).toContain(messages[locale].registration.form.failedTitle);
});

it.each(locales)("asks in %s for a name and an address in words that fit whoever it is about", (locale) => {
  const { name_required, email_required, invitation_invalid } = messages[locale].errors.fields;
  expect(`${name_required} ${email_required}`).not.toMatch(/\b(?:Ihr|your)/i);
  expect(invitation_invalid).toMatch(/zu einer anderen E-Mail-Adresse|to another e-mail address/);
});

/** A form of which several fields were refused. */
function Fields({ names }: { names?: Record<string, string> }) {
  const fields = {
    title: ["required"],
    "days.3": ["in_the_past"],
    eventId: ["invalid_id"],
    unseen: ["required"],
  };
  const refused = { entered: {}, lists: {}, failure: fail("invalid", "input", { fields }).failure };
  const { problems, errorOf } = useFieldErrors(refused, names);
  return (
    <>
      <RefusedSummary refused={refused} problems={problems} />
      <output>{errorOf("title")}</output>
    </>
  );
}

it.each(locales)(
  "names in %s each field that was refused, and beside the field only what is wrong",
  (locale) => {
    const html = (names?: Record<string, string>) =>
      renderToStaticMarkup(
        <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone={homeZone}>
          <Fields {...(names ? { names } : {})} />
        </NextIntlClientProvider>,
      );
    const { fields, names } = messages[locale].errors;
    expect(html()).toContain(`<a href="#title">${names.title}: ${fields.required}</a>`);
    expect(html()).toContain(`<a href="#days.3">${names.days}: ${fields.in_the_past}</a>`);
    // A field that no person sees has no name.
    expect(html()).toContain(`<a href="#unseen">${fields.required}</a>`);
    expect(html()).toContain(`<output>${fields.required}</output>`);
    expect(html({ title: "Name?" })).toContain(`<a href="#title">Name? ${fields.required}</a>`);
  },
);
