import { createHash, randomBytes, randomInt } from "node:crypto";
import { and, count, eq, gt, lt } from "drizzle-orm";
import { signInCodes, verificationTokens } from "@/db/schema/people";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { inTurn } from "@/domain/kernel/turns";
import { origin } from "@/lib/env";
import { newId } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { hashOfMailToken, keyedHash, seal } from "@/lib/tokens";
import { signInRequested } from "../events";
import { CODE_SECONDS, CODES_AT_ONCE, CODES_WINDOW_SECONDS, GUESSES_WINDOW_SECONDS } from "../rules";
import { requestSignInInput } from "../schema";

/**
 * Owes an address a mail with a link and a code. Known and unknown addresses are treated alike, down to the work
 * done. Reason: rate_limited after five mails to one address within a quarter of an hour.
 */
export const requestSignIn = defineCommand({
  name: "request-sign-in",
  input: requestSignInInput,
  permission: "person.signIn",
  load: async ({ tx }, { email }) => {
    // Requests for one address take turns, or a burst of them would all count the same few mails.
    await inTurn(tx, "sign-in", email);
    return { networkId: null };
  },
  run: async (context, { email, locale, browser, next }) => {
    const { tx, now, emit } = context;
    if ((await sentLately(context, email)) >= CODES_AT_ONCE) return fail("unavailable", "rate_limited");
    await forgetOld(context, email);
    const expires = new Date(now.getTime() + CODE_SECONDS * 1000);
    const token = randomBytes(32).toString("hex");
    await tx.insert(verificationTokens).values({ identifier: email, token: hashOfMailToken(token), expires });

    const id = newId("code");
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    const link = `${origin()}/l/${await seal("sign-in", { email, token, next, locale }, CODE_SECONDS)}`;
    await tx.insert(signInCodes).values({
      id,
      email,
      codeHash: keyedHash(`${id} ${code}`),
      browserHash: createHash("sha256").update(browser).digest("hex"),
      sealed: await seal("sign-in-mail", { email, locale, link, code, next }, CODE_SECONDS),
      expiresAt: expires,
      createdAt: now,
    });
    await emit({ kind: signInRequested, payload: { codeId: id } });
    return ok({ expiresAt: expires.toISOString() });
  },
});

async function sentLately({ tx, now }: Context, email: string): Promise<number> {
  const since = new Date(now.getTime() - CODES_WINDOW_SECONDS * 1000);
  const [found] = await tx
    .select({ sent: count() })
    .from(signInCodes)
    .where(and(eq(signInCodes.email, email), gt(signInCodes.createdAt, since)));
  return found?.sent ?? 0;
}

/** What can no longer open anything goes; what still counts for a limit stays. */
async function forgetOld({ tx, now }: Context, email: string): Promise<void> {
  const since = new Date(now.getTime() - GUESSES_WINDOW_SECONDS * 1000);
  await tx.delete(signInCodes).where(and(eq(signInCodes.email, email), lt(signInCodes.createdAt, since)));
  await tx
    .delete(verificationTokens)
    .where(and(eq(verificationTokens.identifier, email), lt(verificationTokens.expires, now)));
}
