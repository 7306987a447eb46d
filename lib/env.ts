import { z } from "zod";

/** Values people paste from examples; with a public origin they would open every door to every reader of our sources. */
const WELL_KNOWN =
  /change|default|example|devsecret|dev-only|insecure|password|placeholder|secret-secret|^(.)\1+$/i;

const boundedInt = (low: number, high: number) => z.coerce.number().int().min(low).max(high);
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);

/** Codes and names travel to a provider: in clear text only where nobody is on the way. */
const isGuarded = (text: string) =>
  !URL.canParse(text) ||
  new URL(text).protocol === "https:" ||
  ["localhost", "127.0.0.1", "[::1]"].includes(new URL(text).hostname);

/** `2026-12-05T18:00Z/2026-12-05T18:30Z`: from when until when. Without a zone it would be another moment on each machine. */
const span = z
  .string()
  .regex(
    /^[^/]+(?:Z|[+-]\d\d:\d\d)\/[^/]+(?:Z|[+-]\d\d:\d\d)$/,
    "must be two moments with their zone, and / between",
  )
  .transform((text) => {
    const [from = "", until = ""] = text.split("/");
    return { from: new Date(from), until: new Date(until) };
  })
  // Also false for what is no date.
  .refine(({ from, until }) => from < until, "must begin before it ends");

/** Every variable Plenum reads. `.env.example` is generated from these descriptions. */
export const variables = z.object({
  NODE_ENV: z
    .enum(["development", "production", "test"])
    .default("development")
    .describe("Set by the commands; production for everything that is built."),
  PLENUM_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .refine((text) => URL.canParse(text) && new URL(text).origin === text, "must be an origin without a path")
    .optional()
    .describe(
      "Public origin, such as https://events.example.org. Without it Plenum runs in demo mode, on loopback only.",
    ),
  PORT: boundedInt(1, 65535).default(3000).describe("Port the app listens on."),
  PLENUM_LISTEN_PORT: boundedInt(1, 65535)
    .optional()
    .describe("Port it listens on, where something in front of several apps has PORT itself. Default: PORT."),
  PLENUM_BIND: z
    .string()
    .optional()
    .describe("Address to listen on. Default: 0.0.0.0 with PLENUM_ORIGIN; always loopback in demo mode."),
  PLENUM_PROCESSES: boundedInt(1, 64).default(1).describe("App processes behind the one port."),
  PLENUM_TRUSTED_PROXIES: list
    .default([])
    .describe("Addresses or CIDR ranges, separated by commas, whose X-Forwarded-For is believed."),
  PLENUM_DATA: z
    .string()
    .default(".data")
    .describe("Folder of the files that organizers give out, the embedded database, demo secrets and logs."),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe("PostgreSQL 15 or later. `npm start` runs an embedded one when it is not set."),
  AUTH_SECRET: z
    .string()
    .min(32)
    .describe("At least 32 random characters (openssl rand -hex 32). Demo mode makes its own."),
  LIVEKIT_URL: z
    .url({ protocol: /^wss?$/ })
    .describe("Address of livekit-server for browsers (wss://…). `npm start` runs one when it is not set."),
  LIVEKIT_API_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("Address of livekit-server for the app, if it differs from LIVEKIT_URL."),
  LIVEKIT_API_KEY: z.string().min(1).describe("Key name in livekit-server's configuration."),
  LIVEKIT_API_SECRET: z.string().min(32).describe("Its secret, at least 32 characters."),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe("Mail server. Without it mails stay in the database; demo mode shows them at /dev/mailbox."),
  MAIL_FROM: z
    .string()
    .min(3)
    .default("Plenum <plenum@example.org>")
    .describe("Sender of mails and ORGANIZER of calendar entries."),
  MAIL_BOUNCE_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe(
      "At least 32 random characters. With it the mail server may post what came back to /api/v1/bounces; see docs/operations.md.",
    ),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(isGuarded, "must be https, except on loopback")
    .refine(
      (text) => !/[?#]|\/\.well-known\//.test(text),
      "must be the issuer, not the address of its document",
    )
    .optional()
    .describe(
      "Sign-in through an organisation (OpenID Connect, such as Keycloak) besides mail: its issuer, exactly as the provider says it. See docs/operations.md.",
    ),
  OIDC_CLIENT_ID: z.string().min(1).optional().describe("Plenum's client id there."),
  OIDC_CLIENT_SECRET: z.string().min(1).optional().describe("And its client secret."),
  OIDC_NAME: z
    .string()
    .min(1)
    .max(60)
    .optional()
    .describe("What the button on the sign-in page calls it, such as Musterwerk."),
  OIDC_DOMAINS: list
    .transform((domains) => domains.map((domain) => domain.toLowerCase()))
    .default([])
    .describe("Domains of the mail addresses it may sign in, separated by commas. Default: all."),
  PLENUM_MAINTENANCE: span
    .optional()
    .describe(
      "When the room server will be maintained: 2026-12-05T18:00Z/2026-12-05T18:30Z. Rooms name it from an hour before.",
    ),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info")
    .describe("Logs are JSON lines on standard output, without personal data."),
});

const OIDC = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"] as const;

const checked = variables
  .superRefine((value, context) => {
    if (OIDC.every((name) => value[name] === undefined)) return;
    for (const name of OIDC.filter((one) => value[one] === undefined))
      context.addIssue({ code: "custom", path: [name], message: `belongs to ${OIDC.join(", ")}` });
  })
  .superRefine((value, context) => {
    if (value.PLENUM_ORIGIN === undefined) return;
    for (const name of ["AUTH_SECRET", "LIVEKIT_API_SECRET", "MAIL_BOUNCE_SECRET"] as const) {
      if (!WELL_KNOWN.test(value[name] ?? "")) continue;
      context.addIssue({
        code: "custom",
        path: [name],
        message: "is a default or example value; make a random one",
      });
    }
  })
  .transform((value) => ({
    ...value,
    /** True while no public origin is given: development doors are open, every port binds to loopback. */
    PLENUM_DEMO: value.PLENUM_ORIGIN === undefined,
    /** The origin of every link we write; mails and redirects use nothing else. */
    ORIGIN: value.PLENUM_ORIGIN ?? `http://localhost:${value.PORT}`,
    LIVEKIT_API_URL: value.LIVEKIT_API_URL ?? value.LIVEKIT_URL.replace(/^ws/, "http"),
  }));

export type Env = z.output<typeof checked>;

/** One sentence per wrong variable, without its value, so that no secret reaches a log. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/** An empty variable counts as not given: compose files and shells pass those along. */
const withoutEmpty = (source: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));

/** Parses an environment. Throws EnvironmentError naming every variable that is missing or wrong. */
export function parseEnv(source: NodeJS.ProcessEnv): Env {
  const result = checked.safeParse(withoutEmpty(source));
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = issue.path.join(".");
    return `  ${name}: ${source[name] ? issue.message : "is not set"}`;
  });
  throw new EnvironmentError(`The environment is not complete:\n${lines.join("\n")}\nSee .env.example.`);
}

/** True inside `next build`, where there is no database, no room server and no visitor. */
export const isBuilding = () => process.env.NEXT_PHASE === "phase-production-build";

/** While building nothing but these is known; anything else says so instead of failing somewhere deep. */
function buildEnv(): Env {
  const known = variables.partial().parse(withoutEmpty(process.env));
  return new Proxy(known as Env, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (value === undefined && (name === "PLENUM_DEMO" || REQUIRED.has(String(name)))) {
        throw new EnvironmentError(`${String(name)} is not known while building: read it per request`);
      }
      return value;
    },
  });
}
const REQUIRED = new Set([
  "DATABASE_URL",
  "AUTH_SECRET",
  "LIVEKIT_URL",
  "LIVEKIT_API_URL",
  "LIVEKIT_API_KEY",
  "LIVEKIT_API_SECRET",
  "ORIGIN",
]);

/** The log level, readable even while the rest of the environment is wrong: that must be loggable too. */
export const logLevel = () =>
  variables.shape.LOG_LEVEL.catch("info").parse(process.env.LOG_LEVEL || undefined);

let parsed: Env | undefined;

/** The environment, parsed on first use, never on import: building must need no secret. */
export function env(): Env {
  parsed ??= isBuilding() ? buildEnv() : parseEnv(process.env);
  return parsed;
}

/** The origin of every link we write, without a slash at its end: PLENUM_ORIGIN, or localhost in demo mode. */
export const origin = () => env().ORIGIN;

/** Whether development doors (mailbox, personas) are open: only while no public origin is given. */
export const isDemo = () => env().PLENUM_DEMO;

/** Forgets the parsed environment. For tests that change it. */
export function forgetEnv(): void {
  parsed = undefined;
}
