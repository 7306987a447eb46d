import { textsIn } from "@/lib/form-fields";
import type { Failure, Result } from "@/lib/result";

export type FormState<Value> =
  | { status: "idle" }
  | { status: "done"; value: Value }
  | { status: "failed"; failure: Failure; entered: Record<string, string>; lists: Record<string, string[]> };

/** What was typed, so that a refused form keeps it. Files are left out. */
export const enteredIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );

/** What was ticked where several boxes share one name. */
const listsIn = (form: FormData): Record<string, string[]> =>
  Object.fromEntries([...textsIn(form)].filter(([, values]) => values.length > 1));

/** Result -> what `useActionState` shows. */
export const formStateOf = <Value>(result: Result<Value>, form: FormData): FormState<Value> =>
  result.ok
    ? { status: "done", value: result.value }
    : { status: "failed", failure: result.failure, entered: enteredIn(form), lists: listsIn(form) };
