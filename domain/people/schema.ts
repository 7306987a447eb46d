import { z } from "zod";
import { locales } from "@/lib/i18n/locales";
import { calmMarks, cleanText } from "./rules";

/** Longest name that is shown anywhere. */
export const NAME_LENGTH = 80;

// One plain mailbox: no quoted local part, no list, no group, no display name. What is left can't smuggle a second recipient.
const MAILBOX =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** An address in its normal form: trimmed, lower case, at most 254 characters (RFC 5321), ASCII or punycode. */
export const emailAddress = z
  .string("email_required")
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.string().min(1, "email_required").max(254, "too_long").regex(MAILBOX, "invalid_email"));

/** A person's name as others see it: one clean line of 1 to 80 characters; longer ones are refused, not cut. */
export const personName = z
  .string("name_required")
  .max(10_000, "too_long")
  .transform((text) => calmMarks(cleanText(text)))
  .pipe(z.string().min(1, "name_required").max(NAME_LENGTH, "too_long"));

export const organisationName = z
  .string()
  .max(10_000, "too_long")
  .transform((text) => calmMarks(cleanText(text)))
  .pipe(z.string().max(120, "too_long"));

export const localeName = z.enum(locales).catch("de");

/** An IANA zone this machine knows; Berlin for anything else. */
export const zoneName = z
  .string()
  .max(60)
  .refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone))
  .catch("Europe/Berlin");

export const ensurePersonInput = z.object({
  email: emailAddress,
  name: personName,
  organisation: organisationName.default(""),
  locale: localeName,
  timeZone: zoneName,
});
