import { seeOther } from "@/auth/doors";
import { openRequestLink } from "@/auth/personal-link";

type Context = { params: Promise<{ token: string }> };

/** The link of a talk request's mail. It writes no row and answers nothing: the browser gets the seat, and the page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const { to, cookies } = await openRequestLink(request, token);
  return seeOther(to, cookies);
}
