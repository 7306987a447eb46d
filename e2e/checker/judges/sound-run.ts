import type { Evidence, Fact, Operation, Registration } from "../evidence";
import type { MailRow, Send } from "../intended";
import { referenceOf } from "./mails";
import { soundTalks } from "./talks/sound-talks";

const EVENT = "evt_probe";
export const T0 = 1_800_000_000_000;

export const aSend = (values: Partial<Send> = {}): Send => ({
  sentAt: T0,
  endedAt: T0 + 10,
  outcome: "ok",
  status: 200,
  said: "",
  ...values,
});

export const anOperation = (values: Partial<Operation>): Operation => ({
  key: "key",
  kind: "register",
  eventId: EVENT,
  email: "",
  capacity: null,
  isBad: false,
  sends: [aSend()],
  ...values,
});

const registered = (email: string, said: string) =>
  anOperation({ key: `register-${email}`, email, sends: [aSend({ said })] });

export const aRow = (email: string, values: Partial<Registration> = {}): Registration => ({
  id: `reg_${email}`,
  eventId: EVENT,
  email,
  status: "confirmed",
  isProven: false,
  ...values,
});

export const aFact = (seq: number, kind: string, email = "", at = T0 + seq * 100): Fact => ({
  seq,
  id: `fct_${seq}`,
  kind,
  eventId: EVENT,
  registrationId: email === "" ? "" : `reg_${email}`,
  at,
  isTold: true,
});

const mailOf = ({ id, kind, registrationId }: Fact): MailRow => ({
  id: `mail_${id}`,
  dedupeKey: `${kind}:${registrationId}:${id}`,
  kind,
  subjectId: registrationId,
  to: registrationId.replace("reg_", ""),
  state: "sent",
});

const facts = [
  aFact(1, "registration.confirmed", "anna"),
  aFact(2, "registration.confirmed", "ben"),
  aFact(3, "registration.waiting", "cem"),
  aFact(4, "registration.waiting", "dana"),
  aFact(5, "seats.changed", "", T0 + 500),
  aFact(6, "registration.promoted", "cem", T0 + 500),
  aFact(7, "registration.cancelled", "anna", T0 + 600),
  aFact(8, "registration.promoted", "dana", T0 + 600),
  aFact(9, "registration.waiting", "eva"),
];

const mails = facts.filter(({ registrationId }) => registrationId !== "").map(mailOf);

/** As the mail server took it. */
export const taking = ({ dedupeKey, to }: Pick<MailRow, "dedupeKey" | "to">) => ({
  reference: referenceOf(dedupeKey),
  to,
});

/**
 * A run that kept every promise: two seats, later three; Anna gave hers back, Eva's first answer was lost, Fred was
 * refused.
 */
export const soundRun: Evidence = {
  grounds: [{ eventId: EVENT, capacity: 2 }],
  operations: [
    registered("anna", "confirmed"),
    registered("ben", "confirmed"),
    registered("cem", "waiting"),
    registered("dana", "waiting"),
    anOperation({ key: "seats", kind: "capacity", capacity: 3 }),
    anOperation({ key: "cancel-anna", kind: "cancel", email: "anna" }),
    anOperation({ key: "prove-ben", kind: "prove", email: "ben" }),
    anOperation({
      key: "register-eva",
      email: "eva",
      sends: [aSend({ outcome: "unknown", status: 0 }), aSend({ sentAt: T0 + 50, said: "waiting" })],
    }),
    anOperation({
      key: "fred",
      email: "fred",
      isBad: true,
      sends: [aSend({ outcome: "fail", status: 422 })],
    }),
  ],
  leftBehind: { "register-eva": 1 },
  registrations: [
    aRow("anna", { status: "cancelled" }),
    aRow("ben", { isProven: true }),
    aRow("cem"),
    aRow("dana"),
    aRow("eva", { status: "waiting" }),
  ],
  plans: [{ eventId: EVENT, capacity: 3, confirmed: 3, waiting: 1 }],
  facts,
  mails,
  mailbox: { cem: ["mail_fct_3", "mail_fct_6"] },
  // The first of them twice: its sender lost the answer.
  taken: [...mails, ...mails.slice(0, 1)].map(taking),
  faults: ["app killed"],
  faultsPlanned: 1,
  talks: soundTalks,
};
