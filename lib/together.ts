type Answers<Sent extends readonly unknown[]> = { -readonly [Place in keyof Sent]: Awaited<Sent[Place]> };

/**
 * What statements of one transaction answer that were sent one right after the other: the database does them in that
 * order, and nobody waits for a round trip between them. When one fails, those behind it only say that the transaction
 * has failed, so the first failure in their order is thrown, and only once all are answered.
 */
export async function together<const Sent extends readonly Promise<unknown>[]>(
  sent: Sent,
): Promise<Answers<Sent>> {
  await Promise.allSettled(sent);
  return Promise.all(sent);
}
