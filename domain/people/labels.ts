/** The people of the demo whom one click signs in. Only the seed makes them, and only demo mode lets them in. */
export const demoPersonas = {
  participant: { name: "Anna Beispiel", email: "anna.beispiel@example.org" },
  speaker: { name: "Prof. Dr. Amara Feldkamp", email: "amara.feldkamp@example.org" },
  organizer: { name: "Henrike Osterloh", email: "henrike.osterloh@example.org" },
  /** Of another network: a week of two networks takes two offices. */
  partner: { name: "Jonas Wiebelt", email: "jonas.wiebelt@example.org" },
} as const;

export type DemoPersona = keyof typeof demoPersonas;
