/** An event asks something else than before: pages that show its form are rendered anew. Says which, by its id. */
export const formChanged = "form.changed";
