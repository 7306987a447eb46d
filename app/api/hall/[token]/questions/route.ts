import { hallRoute } from "@/auth/hall-doors";
import { askInHall } from "@/domain/interaction/commands/ask-in-hall";

export const POST = hallRoute(askInHall, ({ body: { text, name, clientKey } }) => ({
  text,
  name,
  clientKey,
}));
