"use server";

import { formAction } from "@/auth/form-action";
import { updateProfile } from "@/domain/people/commands/update-profile";

/** Changes name, organisation, language and zone of the person who is signed in. Fields as in `updateProfileInput`. */
export const updateProfileAction = formAction(updateProfile, { input: (body) => body });
