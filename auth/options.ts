import "server-only";
import type { NextAuthOptions } from "next-auth";
import { CODE_SECONDS, LOGIN_SECONDS } from "@/domain/people/rules";
import { linkRegistrations } from "@/domain/registration/commands/link-registrations";
import { cookieFlags, cookieName } from "@/lib/cookies";
import { env, origin } from "@/lib/env";
import { idOf } from "@/lib/ids";
import { logger } from "@/lib/logger";
import { ownPath } from "@/lib/own-path";
import { adapter } from "./adapter";

const system = { type: "system", job: "sign-in" } as const;

/** Registrations of a proven address belong to its person. A failure here never costs anybody the sign-in. */
export async function linkAfterSignIn(personId: unknown): Promise<void> {
  try {
    const id = idOf("person").parse(personId);
    await linkRegistrations({ actor: system, input: { personId: id } });
  } catch (error) {
    logger.error({ error }, "registrations were not linked to the person who signed in");
  }
}

/**
 * next-auth with database sessions. Its e-mail provider is a plain object: our command writes the tokens and owes
 * the mail in one transaction, and next-auth only consumes them, so it needs no mail library of its own.
 */
export const authOptions = (): NextAuthOptions => ({
  adapter: adapter(),
  secret: env().AUTH_SECRET,
  session: { strategy: "database", maxAge: LOGIN_SECONDS, updateAge: LOGIN_SECONDS },
  useSecureCookies: origin().startsWith("https://"),
  cookies: { sessionToken: { name: cookieName("login"), options: cookieFlags() } },
  pages: { signIn: "/login", error: "/login", verifyRequest: "/login/code" },
  providers: [
    {
      id: "email",
      type: "email",
      name: "Email",
      from: env().MAIL_FROM,
      server: "",
      maxAge: CODE_SECONDS,
      options: {},
      // The route lets nobody ask next-auth for a mail: /api/sign-in/request does, with its limits and its outbox.
      sendVerificationRequest: () => Promise.reject(new Error("mails are asked for at /api/sign-in/request")),
    },
  ],
  callbacks: {
    redirect: ({ url }) => `${origin()}${ownPath(url)}`,
    session: ({ session, user }) => ({ expires: session.expires, user: { id: user.id, name: user.name } }),
  },
  events: { signIn: ({ user }) => linkAfterSignIn(user.id) },
  logger: {
    error: (code, metadata) => logger.error({ code: undefined, error: metadata }, `next-auth: ${code}`),
    warn: (code) => logger.debug(`next-auth: ${code}`),
    debug: (code) => logger.debug(`next-auth: ${code}`),
  },
});
