/** The people of the demo whom one click signs in. Only the seed makes them, and only demo mode lets them in. */
export const demoPersonas = {
  participant: { name: "Anna Beispiel", email: "anna.beispiel@example.org" },
  speaker: { name: "Prof. Dr. Amara Feldkamp", email: "amara.feldkamp@example.org" },
  organizer: { name: "Henrike Osterloh", email: "henrike.osterloh@example.org" },
} as const;

export type DemoPersona = keyof typeof demoPersonas;

/** True for the name of a persona, such as a form field of the one-click sign-in may hold. */
export const isDemoPersona = (value: string): value is DemoPersona => Object.hasOwn(demoPersonas, value);
