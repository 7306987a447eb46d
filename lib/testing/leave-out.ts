import type { TestContext } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** Why the test did not run. */
    whyNot?: string;
  }
}

/** Leaves a test out and says why: beside the test, and after the counts of the whole run. */
export function leaveOut({ task, skip }: Pick<TestContext, "task" | "skip">, reason: string): never {
  task.meta.whyNot = reason;
  return skip(reason);
}
