import { plainDoor } from "@/auth/doors";
import { confirmLink } from "@/auth/sign-in";

/** The button of the confirm page. */
export const POST = plainDoor(({ request }) => confirmLink(request));
