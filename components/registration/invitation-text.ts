/** A code as people read it out and copy it: groups of four in capital letters. */
export const invitationText = (code: string): string =>
  code
    .replace(/[^0-9a-z]/gi, "")
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, "$1-");
