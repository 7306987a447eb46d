"use server";

import { formAction } from "@/auth/form-action";
import { setCertificateRule } from "@/domain/attendance/commands/set-certificate-rule";

/** From how many minutes on there are certificates. Fields: eventId, isOffered, minMinutes. */
export const setCertificateRuleAction = formAction(setCertificateRule, { input: (body) => body });
