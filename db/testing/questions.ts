import { noFileLimits, noLimits, type Question } from "@/domain/forms/rules";
import type { Id } from "@/lib/ids";

/** A question that no database knows: an optional line of text with three options for when its kind has some. */
export const asked = (id: Id<"question">, more: Partial<Question> = {}): Question => ({
  id,
  version: 1,
  kind: "text",
  stage: "registration",
  label: { de: "Frage", en: "Question" },
  help: { de: "", en: "" },
  purpose: { de: "Zweck", en: "Purpose" },
  required: false,
  sensitive: false,
  options: ["a", "b", "c"].map((one) => ({ id: one, de: one, en: one })),
  limits: noLimits,
  files: noFileLimits,
  showIf: [],
  ...more,
});
