import { rememberAddressLink } from "@/auth/address-link";

type Context = { params: Promise<{ token: string }> };

/** The link that proves a new address. Shows a page with one button; opening it changes nothing. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return rememberAddressLink(token);
}
