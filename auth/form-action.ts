import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import type { z } from "zod";
import type { Command } from "@/domain/kernel/command";
import { isUnavailable } from "@/domain/kernel/failures";
import { type FormState, formStateOf } from "@/domain/kernel/form";
import type { Actor } from "@/domain/policy";
import { origin } from "@/lib/env";
import { currentRequestId, logger } from "@/lib/logger";
import { fail, type Result } from "@/lib/result";
import { type Body, bodyOfForm, keyOfIntention } from "./door-body";
import { currentActor } from "./session";

type FormAction<Value> = {
  input: (body: Body, actor: Actor) => unknown;
  /** What happens after success instead, such as a redirect; Next throws for those, so nothing here may catch. */
  done?: (value: Value, body: Body) => Promise<void> | void;
};

/**
 * A server action for `useActionState`: the command's value, or the refusal beside what was typed. After success the
 * page the form stands on is read anew, in the same answer.
 */
export const formAction =
  <Schema extends z.ZodType, Value, Reason extends string>(
    command: Command<Schema, Value, Reason>,
    { input, done }: FormAction<Value>,
  ) =>
  async (_state: FormState<Value>, form: FormData): Promise<FormState<Value>> => {
    const body = bodyOfForm(form);
    if (!body) return formStateOf<Value>(fail("invalid", "malformed"), new FormData());
    const state = await stateOf(command, { form, body, input });
    if (state.status !== "done") return state;
    if (done) await done(state.value, body);
    else refresh();
    return state;
  };

/**
 * These forms stand on pages of signed-in people only. Whom the session left while the form stood open is told so, instead
 * of what a stranger is told, and finds everything typed still there.
 */
const signedOut = <Value, Reason extends string>(result: Result<Value, Reason>) =>
  result.ok || result.failure.kind === "invalid" ? result : fail("unauthenticated", "signed_out");

async function stateOf<Schema extends z.ZodType, Value, Reason extends string>(
  command: Command<Schema, Value, Reason>,
  { form, body, input }: { form: FormData; body: Body; input: (body: Body, actor: Actor) => unknown },
): Promise<FormState<Value>> {
  try {
    // Next runs an action that comes without an Origin; a browser always sends one with a post.
    if ((await headers()).get("origin") !== origin())
      return formStateOf<Value>(fail("forbidden", "foreign_origin"), form);
    const actor = await currentActor();
    const result = await command({
      actor,
      input: input(body, actor),
      requestId: currentRequestId(),
      idempotencyKey: keyOfIntention(body.idempotencyKey),
    });
    return formStateOf<Value>(actor.type === "guest" ? signedOut(result) : result, form);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    logger.warn({ error }, "database away");
    return formStateOf<Value>(fail("unavailable", "try_again"), form);
  }
}
