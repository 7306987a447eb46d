import { useCallback, useState, useTransition } from "react";
import type { FormState } from "@/domain/kernel/form";
import type { Failure } from "@/lib/result";

/** A server action as these views call it: without a form of its own. */
type PlanAction = (state: { status: "idle" }, form: FormData) => Promise<FormState<unknown>>;
export type PlanActions = Record<
  | "start"
  | "stop"
  | "adopt"
  | "move"
  | "lock"
  | "undo"
  | "discard"
  | "begin"
  | "publish"
  | "require"
  | "limit",
  PlanAction
>;
export type Fields = Record<string, string | number | boolean | undefined>;
export type Act = (name: keyof PlanActions, fields: Fields, done?: () => void) => void;

/** What is sent: a key of this one intention, and every field that says something. */
function formOf(fields: Fields): FormData {
  const form = new FormData();
  form.set("idempotencyKey", crypto.randomUUID());
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) form.set(name, String(value));
  }
  return form;
}

/** Sends the deeds of the matrix one after another; the answer brings the page anew, so nothing is guessed here. */
export function usePlan(actions: PlanActions) {
  const [isBusy, begin] = useTransition();
  const [failure, setFailure] = useState<Failure>();
  const act: Act = useCallback(
    (name, fields, done) =>
      begin(async () => {
        const state = await actions[name]({ status: "idle" }, formOf(fields));
        begin(() => {
          setFailure(state.status === "failed" ? state.failure : undefined);
          if (state.status === "done") done?.();
        });
      }),
    [actions],
  );
  return { act, isBusy, failure, forget: useCallback(() => setFailure(undefined), []) };
}

/** The way to do something with the plan, and what was last refused. */
export type Plan = Pick<ReturnType<typeof usePlan>, "act" | "failure" | "forget">;
