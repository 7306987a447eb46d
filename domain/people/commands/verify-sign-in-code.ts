import { createHash, timingSafeEqual } from "node:crypto";
import { and, desc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { people, signInCodes } from "@/db/schema/people";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { ok } from "@/lib/result";
import { keyedHash, unseal } from "@/lib/tokens";
import { openLoginFor } from "../internal/logins";
import { CODE_TRIES, nameFromAddress } from "../rules";
import { signInMail, verifySignInCodeInput } from "../schema";

type Code = typeof signInCodes.$inferSelect;
export type Verified =
  | { outcome: "signed_in"; sessionToken: string; expires: string; personId: Id<"person">; next: string }
  | { outcome: "code_wrong" | "code_expired" };

/**
 * Signs in the browser that asked for a code. A wrong guess is an outcome, not a refusal: its count must be kept
 * under the same lock, or many guesses at once would all count as the first.
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
    const isRight = matches(asked, code);
    await tx
      .update(signInCodes)
      .set(isRight ? { usedAt: now } : { tries: asked.tries + 1 })
      .where(eq(signInCodes.id, asked.id));
    if (!isRight) return ok<Verified>({ outcome: "code_wrong" });
    const mail = await unseal("sign-in-mail", asked.sealed, signInMail);
    const personId = await provenPerson(context, asked.email, mail?.locale ?? "de");
    const login = await openLoginFor(tx, personId, now);
    return ok<Verified>({ outcome: "signed_in", ...login, next: mail?.next ?? "/me" });
  },
});

/** The newest unused code this browser asked for; older ones died when it asked again. */
async function lockNewest(tx: Transaction, browser: string): Promise<Code | undefined> {
  const browserHash = createHash("sha256").update(browser).digest("hex");
  const [row] = await tx
    .select()
    .from(signInCodes)
    .where(and(eq(signInCodes.browserHash, browserHash), isNull(signInCodes.usedAt)))
    .orderBy(desc(signInCodes.createdAt))
    .limit(1)
    .for("update");
  return row;
}

const matches = ({ id, codeHash }: Code, code: string): boolean =>
  timingSafeEqual(Buffer.from(codeHash, "hex"), Buffer.from(keyedHash(`${id} ${code}`), "hex"));

/** The person of a proven address, made on the first sign-in. */
async function provenPerson({ tx, now }: Context, email: string, locale: "de" | "en"): Promise<Id<"person">> {
  const [row] = await tx
    .insert(people)
    .values({ email, name: nameFromAddress(email), locale, emailVerified: now, createdAt: now })
    .onConflictDoUpdate({ target: people.email, set: { emailVerified: now } })
    .returning({ id: people.id });
  if (!row) throw new Error("the person was neither made nor found");
  return row.id;
}
