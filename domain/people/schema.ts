import { z } from "zod";
import { locales } from "@/lib/i18n/locales";
import { idOf } from "@/lib/ids";
import { calmMarks, cleanText, nameFromAddress, withoutRole, withoutRoleClaim } from "./rules";

/** Longest name that is shown anywhere. */
export const NAME_LENGTH = 80;

// One plain mailbox: no quoted local part, no list, no group, no display name. What is left can't smuggle a second recipient.
const MAILBOX =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** What is wrong with an address, so that the form can say the right sentence; undefined when nothing is. */
function mailboxProblem(text: string): string | undefined {
  if (MAILBOX.test(text)) return undefined;
  if (!text.includes("@")) return "email_without_at";
  return /^[^@\s]+@[a-z0-9-]*\.?$/.test(text) ? "invalid_email" : "email_malformed";
}

/** An address in its normal form: trimmed, lower case, at most 254 characters (RFC 5321), ASCII or punycode. */
export const emailAddress = z
  .string("email_required")
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.string().min(1, "email_required").max(254, "too_long"))
  .superRefine((text, context) => {
    const message = mailboxProblem(text);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });

/** An address that somebody has; or that they had until then: what was written to it afterwards may be another's. */
export const heldAddress = z.object({ email: z.string().min(1), until: z.date().optional() });
export type HeldAddress = z.output<typeof heldAddress>;

/**
 * A person's name as others see it: one clean line of 1 to 80 characters, with something of it to be read, and without a
 * role beside it; longer ones are refused, not cut.
 */
export const personName = z
  .string("name_required")
  .max(10_000, "too_long")
  .transform((text) => calmMarks(cleanText(text)))
  .pipe(z.string().max(NAME_LENGTH, { error: "too_long", abort: true }).transform(withoutRoleClaim))
  .pipe(z.string().regex(/[\p{L}\p{N}]/u, "name_required"));

/** One line as somebody typed it; every unseen character goes. */
export const line = (longest: number) =>
  z
    .string("required")
    .max(10_000, "too_long")
    .transform((text) => calmMarks(cleanText(text)))
    .pipe(z.string().max(longest, "too_long"));
/** The same for several lines. */
export const prose = (longest: number) =>
  z
    .string("required")
    .max(40_000, "too_long")
    .transform((text) =>
      text
        .split(/\r\n|\r|\n/)
        .map((part) => calmMarks(cleanText(part)))
        .join("\n")
        .trim(),
    )
    .pipe(z.string().max(longest, "too_long"));
/** A box of a form: ticked or not, whatever else was posted. */
export const ticked = z.union([z.boolean(), z.literal("on").transform(() => true)]).catch(false);

/** What a form may leave open: a choice of nothing is posted as an empty text. */
export const unlessEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

export const organisationName = z
  .string()
  .max(10_000, "too_long")
  .transform((text) => calmMarks(cleanText(text)))
  .pipe(z.string().max(120, { error: "too_long", abort: true }).transform(withoutRole));

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

/** An address that an organisation's own sign-in calls proven, and whose it is. */
export const signInProvenInput = z.object({ email: emailAddress, name: personName, locale: localeName });

type Claims = { email?: string | undefined; email_verified?: unknown; name?: string | undefined };
/** Why an organisation's word for somebody does not sign them in. */
export type ClaimProblem = "no_email" | "unverified" | "domain";

/**
 * Whom an organisation's own sign-in has proven. An address counts only when it is called verified, with the very word:
 * whoever may type one in there without proof would otherwise be anybody here. `domains`: if not empty, whose it must be.
 */
export function provenByClaims(
  claims: Claims,
  domains: readonly string[],
): { ok: true; email: string; name: string } | { ok: false; why: ClaimProblem } {
  const email = emailAddress.safeParse(claims.email).data;
  if (email === undefined) return { ok: false, why: "no_email" };
  if (claims.email_verified !== true) return { ok: false, why: "unverified" };
  const domain = email.slice(email.indexOf("@") + 1);
  if (domains.length > 0 && !domains.includes(domain)) return { ok: false, why: "domain" };
  return { ok: true, email, name: personName.safeParse(claims.name).data ?? nameFromAddress(email) };
}

/** Random text in a cookie: which browser asked for a code. */
const browserName = z.string().regex(/^[\w-]{16,64}$/, "required");
/** Where to go after signing in; the door has made it a path of ours. */
const nextPath = z.string().max(500).startsWith("/");

export const requestSignInInput = z.object({
  email: emailAddress,
  locale: localeName,
  browser: browserName,
  next: nextPath,
});

/** People copy codes with blanks in the middle. */
export const verifySignInCodeInput = z.object({
  code: z
    .string("code_format")
    .transform((text) => text.replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "code_format")),
  browser: browserName,
});

export const personaInput = z.object({ persona: z.enum(["participant", "speaker", "organizer", "partner"]) });
export const loginInput = z.object({ sessionToken: z.string().min(16).max(128) });

export const updateProfileInput = z.object({
  name: personName,
  organisation: organisationName.default(""),
  locale: localeName,
  timeZone: zoneName,
});

/** The token of the login that the door found in the browser; whether it is fresh the command asks the row. */
export const freshToken = z.string().min(16).max(128).catch("");

export const requestEmailChangeInput = z.object({
  sessionToken: freshToken,
  email: emailAddress,
  locale: localeName,
});
export const emailChangeRef = z.object({ changeId: idOf("emailChange") });

/** What a sign-in mail says; sealed in the code's row until the mail is written. */
export const signInMail = z.object({
  email: z.string(),
  locale: localeName,
  link: z.string(),
  code: z.string(),
  next: z.string(),
});
/** What the mailed link carries. */
export const signInLink = z.object({
  email: z.string(),
  token: z.string(),
  next: z.string(),
  locale: localeName,
});

const MOST_DOMAINS = 50;
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
export const isMailDomain = (text: string): boolean => DOMAIN.test(text);

/** Domains of addresses as a plan keeps them. */
export const plannedDomains = z
  .array(z.string("invalid").refine(isMailDomain, "invalid_domain"), "invalid")
  .max(MOST_DOMAINS, "too_many");

/** Domains of addresses as people write them into one field: with an @ before or not, commas or blanks between. */
export const mailDomains = z
  .string()
  .max(10_000, "too_long")
  .default("")
  .transform((text) => [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .map((domain) => domain.replace(/^@/, ""))
        .filter((domain) => domain !== ""),
    ),
  ])
  .refine((domains) => domains.every(isMailDomain), "invalid_domain")
  .refine((domains) => domains.length <= MOST_DOMAINS, "too_many");
