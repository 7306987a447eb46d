import { z } from "zod";
import { idOf } from "@/lib/ids";

export const closeInput = z.object({ eventId: idOf("event") });
