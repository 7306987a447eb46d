import type { ReactNode } from "react";

export type FieldProblem = { /** id of the control */ field: string; text: string };
type ErrorSummaryProps = { title: ReactNode; problems: readonly FieldProblem[]; id?: string };

/**
 * All that is wrong with a form, first in the form, with a link to each field. On a page that comes back after a
 * refused post the browser moves the focus here (`autofocus`); inside a live form use LiveErrorSummary.
 */
export function ErrorSummary({ title, problems, id = "errors" }: ErrorSummaryProps) {
  return (
    // biome-ignore lint/a11y/noAutofocus: the first thing to read after a refused post is what was wrong
    <div className="error-summary" role="alert" tabIndex={-1} id={id} autoFocus>
      <h3>{title}</h3>
      <ul className="small">
        {problems.map((problem) => (
          <li key={problem.field}>
            <a href={`#${problem.field}`}>{problem.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
