/** Times of the day as the event's people read them. */
export type Clock = (at: string) => string;
