import { getLocale } from "next-intl/server";
import { NotFoundView } from "@/components/site/not-found-view";

export default async function NotFoundPage() {
  return <NotFoundView locale={await getLocale()} />;
}
