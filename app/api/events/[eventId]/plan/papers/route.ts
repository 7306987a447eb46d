import { plainDoor } from "@/auth/doors";
import { planPrint } from "@/auth/plan-door";

/** An event's talks on paper, by person, table or slot. A POST, because it leaves a row in the audit. Fields: by, back, locale. */
export const POST = plainDoor(planPrint);
