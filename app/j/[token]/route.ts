import { seeOther } from "@/auth/doors";
import { openPersonalLink } from "@/auth/personal-link";

type Context = { params: Promise<{ token: string }> };

/** The personal link of a registration mail. It writes no row: the browser gets the seat, and sees its page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const { to, cookies } = await openPersonalLink(request, token);
  return seeOther(to, cookies);
}
