import { hallRoute } from "@/auth/hall-doors";
import { voteInHall } from "@/domain/interaction/commands/vote-in-hall";

export const POST = hallRoute(voteInHall, ({ body: { questionId, on } }) => ({ questionId, on }));
