import { hallRoute } from "@/auth/hall-doors";
import { withdrawInHall } from "@/domain/interaction/commands/withdraw-in-hall";

export const POST = hallRoute(withdrawInHall, ({ body: { questionId } }) => ({ questionId }));
