import { rememberLink } from "@/auth/sign-in";

type Context = { params: Promise<{ token: string }> };

/** The link of a sign-in mail. Shows a page with one button; opening it signs nobody in. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return rememberLink(token);
}
