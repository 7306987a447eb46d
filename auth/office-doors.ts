import "server-only";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { findMyNetwork, type NetworkView } from "@/domain/alliance/queries";
import { can, type Permission } from "@/domain/policy";
import { type Locale, localeOf } from "@/lib/i18n/locales";
import { type PersonActor, requirePerson } from "./session";

export type OfficeParams = Promise<{ locale: string; network: string }>;

type Office = {
  locale: Locale;
  /** Of this page, without language prefix. */
  path: string;
  viewer: PersonActor;
  network: NetworkView;
  /** Whether the viewer owns the network: roles, look and legal texts are theirs. */
  owns: boolean;
};

/** What every page of a network's settings begins with. Foreign, missing and not allowed look the same. */
export async function officePage(
  params: OfficeParams,
  { below, permission }: { below: "" | "/roles" | "/look" | "/board" | "/topics"; permission: Permission },
): Promise<Office> {
  const { locale: language, network: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const path = `/o/${slug}/office${below}`;
  const viewer = await requirePerson(locale, path);
  const network = await findMyNetwork(viewer, slug);
  if (!network || !can(viewer, permission, { networkId: network.id })) notFound();
  const owns = can(viewer, "network.manage", { networkId: network.id });
  return { locale, path, viewer, network, owns };
}
