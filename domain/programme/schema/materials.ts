import { z } from "zod";
import { line, ticked } from "@/domain/people/schema";
import { idOf } from "@/lib/ids";
import { direction } from "../schema";

const audience = z.enum(["everyone", "registered"]);
/** What is said of a file as well as of a link. An agenda item that is not named belongs to none. */
const materialFields = {
  eventId: idOf("event"),
  title: line(140).pipe(z.string().min(1, "required")),
  audience: audience.default("everyone"),
  afterEvent: ticked.default(false),
  sessionId: z.union([z.literal("").transform(() => null), z.null(), idOf("session")]).default(null),
};

/** Whether an address is a page of somebody else, such as a survey: over https, and without a name and password in front. */
export function isWebPage(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === "https:" && username === "" && password === "";
}
const address = z.string().trim().max(500, "too_long");
export const webPage = address.refine(isWebPage, "invalid_link");

/**
 * A link among the materials; with an id, what one of them is called and who gets it, and where a link leads. Whether it
 * may lead there its command says, which knows where it has led so far.
 */
export const saveMaterialInput = z.object({
  ...materialFields,
  materialId: idOf("material").optional(),
  url: address.optional(),
});
/** A file that the door has looked into and put into the store. */
export const addFileInput = z.object({
  ...materialFields,
  file: z.object({
    fileId: idOf("file"),
    fileType: z.string().max(100),
    fileName: z.string().max(100),
    fileBytes: z.int().positive(),
  }),
});
export const materialRef = z.object({ eventId: idOf("event"), materialId: idOf("material") });
export const moveMaterialInput = materialRef.extend({ direction });
