import { plainDoor } from "@/auth/doors";
import { registerForWeek } from "@/auth/week-door";

/** The form of a series: several events in one press. */
export const POST = plainDoor(registerForWeek);
