/** A problem with the name of its field in front: “please fill in” says nothing away from it. */
export function withName(name: string | undefined, text: string): string {
  if (!name) return text;
  // A question mark needs no colon.
  return /[.?!:]$/.test(name) ? `${name} ${text}` : `${name}: ${text}`;
}
