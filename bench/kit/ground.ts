export type BenchEvent = {
  id: string;
  slug: string;
  /** What everybody answers to the questions of its form, by field; absent where it asks nothing. */
  answers?: Record<string, string>;
};

export type Counts = {
  confirmed: number;
  waiting: number;
  /** Registered in another way, or not at all. */
  other: number;
  /** What the seat plan counts; absent where it can't be seen. */
  plan?: { confirmed: number; waiting: number };
};

/** Where a bench makes its events and reads what is true afterwards: in the database, or as an organizer would. */
export type Ground = {
  /** A published webinar tomorrow with so many seats and a waiting list. */
  makeEvent: (capacity: number) => Promise<BenchEvent>;
  /** The same with a form that asks, where the bench can make one. */
  makeAskingEvent?: (capacity: number) => Promise<BenchEvent>;
  /** The same with so many people in it already, the first half with the seats, the others waiting, and with a form that asks. */
  makeCrowdedEvent?: (people: number) => Promise<BenchEvent>;
  /** What became of the people with these addresses, who are all that registered. */
  countsOf: (event: BenchEvent, emails: readonly string[]) => Promise<Counts>;
  /** Versions worth noting beside a result. */
  versions: () => Promise<Record<string, string>>;
  close: () => Promise<void>;
};
