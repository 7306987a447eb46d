/** Names of the places that focus goes to when what had it is gone. */
export const LIST_ID = "polls-list";
export const pollElementId = (pollId: string): string => `poll-${pollId}`;

/** After a button of a poll has done its work and gone: focus stays with that poll, or with the list of them. */
export function keepFocus(pollId?: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    const poll = pollId === undefined ? null : document.getElementById(pollElementId(pollId));
    (poll ?? document.getElementById(LIST_ID))?.focus();
  });
}
