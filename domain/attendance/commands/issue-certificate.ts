import { defineCommand } from "@/domain/kernel/command";
import { fail, ok, type Result } from "@/lib/result";
import { beenThere, certificateRuleOf, scopedRegistration } from "../queries/certificate";
import { type CertificateProblem, certificateProblem } from "../rules/certificate";
import { issueCertificateInput } from "../schema/afterwards";

type Issued = { registrationId: `reg_${string}`; locale: "de" | "en" };

/**
 * Says that somebody takes the certificate of one registration: it writes nothing but the audit row. The paper is drawn
 * afterwards. Reasons: not_offered, not_over, not_there, too_short.
 */
export const issueCertificate = defineCommand({
  name: "issue-certificate",
  input: issueCertificateInput,
  permission: "certificate.issue",
  load: ({ tx }, { registrationId }) => scopedRegistration(tx, registrationId),
  run: async ({ tx, now }, input, found): Promise<Result<Issued, CertificateProblem>> => {
    const { event, registration } = found;
    if (registration.status !== "confirmed") return fail("conflict", "not_there");
    const rule = await certificateRuleOf(event.eventId, tx);
    const problem = certificateProblem({ rule, event, been: await beenThere(tx, found, now) }, now);
    return problem ? fail("conflict", problem) : ok(input);
  },
});
