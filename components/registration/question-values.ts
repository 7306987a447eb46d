import { type Answers, fieldOf, type Question } from "@/domain/forms/rules";
import { type RefusedForm, tickedIn } from "./field-errors";

type Known = { refused: RefusedForm | undefined; answers: Answers };

/** Fields whose content no browser keeps: nobody agrees by a draft, and what is confidential stays on its way to the office. */
export const neverKept = (questions: readonly Pick<Question, "id" | "kind" | "sensitive">[]): string[] => [
  ...["talksOptIn", "listed"],
  ...questions
    .filter(({ kind, sensitive }) => sensitive || kind === "consent" || kind === "file")
    .map(({ id }) => fieldOf(id)),
];

/** What a question's field holds when the page is rendered: what was typed and refused, else what was answered before. */
export function heldOf({ id }: Pick<Question, "id">, { refused, answers }: Known): readonly string[] {
  if (refused) return tickedIn(refused, fieldOf(id));
  const answer = answers.get(id);
  if (answer === undefined) return [];
  if (answer === true) return ["on"];
  return Array.isArray(answer) ? answer : [String(answer)];
}
