import { inspect } from "node:util";
import { describeError, logger } from "@/lib/logger";

const plainText = (part: unknown) =>
  typeof part === "string" ? part : inspect(part, { depth: 1, colors: false });

/** What Next and packages print becomes lines of our log, so that it is JSON too and quotes nobody. */
export function logInsteadOfPrinting(): void {
  const write =
    (level: "info" | "warn" | "error") =>
    (...parts: unknown[]) => {
      const error = parts.find((part) => part instanceof Error);
      const text = parts
        .filter((part) => part !== error)
        .map(plainText)
        .join(" ");
      const fields =
        error === undefined ? { from: "console" } : { from: "console", error: describeError(error) };
      logger[level](fields, text.trim() || "printed");
    };
  console.log = write("info");
  console.info = write("info");
  console.warn = write("warn");
  console.error = write("error");
}
