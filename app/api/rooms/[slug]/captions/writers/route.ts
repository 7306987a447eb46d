import { roomRoute } from "@/auth/room-doors";
import { setCaptionWriter } from "@/domain/interaction/commands/set-caption-writer";

/** Who writes down what is spoken. */
export const POST = roomRoute(setCaptionWriter, {
  input: ({ body: { admissionId, language } }) => ({ admissionId, language }),
});
