/** A report that a mail of ours came back for good: which one, and the status the other server gave (RFC 3463). */
export type Bounce = { reference: string; status: string };

/** Header lines may be continued on the next one. */
const unfolded = (text: string): string => text.replace(/\r?\n[ \t]+/g, " ");
/** Ours alone have forty hexadecimal digits there, see `messageIdOf`; the report's own id has not. */
const OUR_ID = /^(?:Original-)?Message-ID:\s*<([0-9a-f]{40})@[^<>\s]+>/im;
const FAILED = /^Action:\s*failed\b/im;
const STATUS = /^Status:\s*(5\.\d{1,3}\.\d{1,3})\b/im;

/**
 * Reads a delivery status notification (RFC 3464) as mail servers send it. Undefined for what is delayed, delivered, an
 * answer of a person, or about a mail that is not ours. Text from outside: it is looked through, never followed.
 */
export function bounceIn(message: string): Bounce | undefined {
  const text = unfolded(message);
  if (!FAILED.test(text)) return undefined;
  const reference = OUR_ID.exec(text)?.[1];
  const status = STATUS.exec(text)?.[1];
  return reference && status ? { reference: reference.toLowerCase(), status } : undefined;
}
