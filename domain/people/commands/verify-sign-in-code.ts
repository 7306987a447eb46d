import { createHash, timingSafeEqual } from "node:crypto";
import { and, desc, eq, gt, isNull, sum } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { signInCodes } from "@/db/schema/people";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { inTurn } from "@/domain/kernel/turns";
import type { Id } from "@/lib/ids";
import { ok } from "@/lib/result";
import { keyedHash, unseal } from "@/lib/tokens";
import { openLoginFor } from "../internal/logins";
import { provenPerson } from "../internal/proven-person";
import { CODE_TRIES, GUESSES_A_DAY, GUESSES_WINDOW_SECONDS, nameFromAddress } from "../rules";
import { signInMail, verifySignInCodeInput } from "../schema";

type Code = typeof signInCodes.$inferSelect;
export type Verified =
  | { outcome: "signed_in"; sessionToken: string; expires: string; personId: Id<"person">; next: string }
  | { outcome: "code_wrong" | "code_expired" | "code_locked" };

/**
 * Signs in the browser that asked for a code. A wrong guess is an outcome, not a refusal: its count must be kept
 * under the same lock, or many guesses at once would all count as the first. After ten wrong guesses within a day,
 * from whatever browsers, an address takes no more codes for a while: its mailed link still opens.
 */
export const verifySignInCode = defineCommand({
  name: "verify-sign-in-code",
  input: verifySignInCodeInput,
  permission: "person.signIn",
  load: async ({ tx }, { browser }) => ({ networkId: null, asked: await lockNewest(tx, browser) }),
  run: async (context, { code }, { asked }) => {
    const { tx, now } = context;
    const expired = (): Verified => ({ outcome: "code_expired" });
    if (!asked || asked.expiresAt <= now || asked.tries >= CODE_TRIES) return ok(expired());
    if ((await guessesLately(context, asked.email)) >= GUESSES_A_DAY)
      return ok<Verified>({ outcome: "code_locked" });
    const isRight = matches(asked, code);
    await tx
      .update(signInCodes)
      .set(isRight ? { usedAt: now } : { tries: asked.tries + 1 })
      .where(eq(signInCodes.id, asked.id));
    if (!isRight) return ok<Verified>({ outcome: "code_wrong" });
    const mail = await unseal("sign-in-mail", asked.sealed, signInMail);
    const { email } = asked;
    const proven = { email, name: nameFromAddress(email), locale: mail?.locale ?? "de" };
    const personId = await provenPerson(context, proven);
    const login = await openLoginFor(tx, personId, now);
    return ok<Verified>({ outcome: "signed_in", ...login, next: mail?.next ?? "/me" });
  },
});

/** The newest unused code this browser asked for; older ones died when it asked again. */
async function lockNewest(tx: Transaction, browser: string): Promise<Code | undefined> {
  const browserHash = createHash("sha256").update(browser).digest("hex");
  const newest = () =>
    tx
      .select()
      .from(signInCodes)
      .where(and(eq(signInCodes.browserHash, browserHash), isNull(signInCodes.usedAt)))
      .orderBy(desc(signInCodes.createdAt))
      .limit(1);
  const [seen] = await newest();
  // Guesses at one address are counted over all browsers, so they take turns before any row is held.
  if (seen) await inTurn(tx, "sign-in", seen.email);
  return seen && (await newest().for("update"))[0];
}

/** Wrong guesses at the codes of one address within a day. */
async function guessesLately({ tx, now }: Context, email: string): Promise<number> {
  const since = new Date(now.getTime() - GUESSES_WINDOW_SECONDS * 1000);
  const [found] = await tx
    .select({ tries: sum(signInCodes.tries) })
    .from(signInCodes)
    .where(and(eq(signInCodes.email, email), gt(signInCodes.createdAt, since)));
  return Number(found?.tries ?? 0);
}

const matches = ({ id, codeHash }: Code, code: string): boolean =>
  timingSafeEqual(Buffer.from(codeHash, "hex"), Buffer.from(keyedHash(`${id} ${code}`), "hex"));
