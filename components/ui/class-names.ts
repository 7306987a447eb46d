type Part = string | false | null | undefined;

/** Joins class names and leaves out what is not set. */
export function classNames(...parts: Part[]): string {
  return parts.filter(Boolean).join(" ");
}
