import { jsonQuery } from "@/auth/doors";
import { finishAtOrganisation } from "@/auth/organisation-sign-in";

/** Where it sends people back to. Signs in nobody but the browser that has just pressed the button. */
export const GET = jsonQuery(finishAtOrganisation);
