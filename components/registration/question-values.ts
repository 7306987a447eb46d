import { type Answers, fieldOf, type Question } from "@/domain/forms/rules";
import { type RefusedForm, tickedIn } from "./field-errors";

type Known = { refused: RefusedForm | undefined; answers: Answers };

/** What a question's field holds when the page is rendered: what was typed and refused, else what was answered before. */
export function heldOf({ id }: Pick<Question, "id">, { refused, answers }: Known): readonly string[] {
  if (refused) return tickedIn(refused, fieldOf(id));
  const answer = answers.get(id);
  if (answer === undefined) return [];
  if (answer === true) return ["on"];
  return Array.isArray(answer) ? answer : [String(answer)];
}
