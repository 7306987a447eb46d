import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { type FormState, formStateOf } from "@/domain/kernel/form";
import { fail } from "@/lib/result";

type Action<Value> = (state: FormState<Value>, form: FormData) => Promise<FormState<Value>>;

/** An error of the server's own, with the number that stands in its log; the page's error view shows that. */
const isNumbered = (error: unknown) => error instanceof Error && "digest" in error;

/**
 * An action that no fault on the way costs what was typed: without an answer, and after an update that knows the page's
 * actions no longer, the form says so and keeps its fields. It keeps its key too, so sending it again does it once.
 */
export const keepTyped =
  <Value>(action: Action<Value>): Action<Value> =>
  async (state, form) => {
    try {
      return await action(state, form);
    } catch (error) {
      unstable_rethrow(error);
      if (isNumbered(error)) throw error;
      const isOutdated = unstable_isUnrecognizedActionError(error);
      return formStateOf<Value>(
        isOutdated ? fail("conflict", "page_outdated") : fail("unavailable", "no_answer"),
        form,
      );
    }
  };

/** The page that the server makes has to name the server's own action: without JavaScript the browser posts to it. */
export const keptAction = <Value>(action: Action<Value>): Action<Value> =>
  typeof window === "undefined" ? action : keepTyped(action);
