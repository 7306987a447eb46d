/**
 * One intention of one rendered form: pressing twice, or going back and pressing again, is answered like the first
 * time. Only for pages rendered per request; on a cached page everybody would share one key.
 */
export const OnceField = () => <input type="hidden" name="idempotencyKey" value={crypto.randomUUID()} />;
