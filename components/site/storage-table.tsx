import type { Locale } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { storageEntries } from "@/lib/privacy/storage-keys";

/** Everything kept in the reader's browser, with purpose and life; made from the list the code uses. */
export function StorageTable({ locale }: { locale: Locale }) {
  const { storage } = messages[locale].legal;
  return (
    <section className="prose" id="cookies">
      <h2>{storage.heading}</h2>
      <p>{storage.intro}</p>
      <ul className="divided storage">
        {storageEntries.map(({ id, kind, name }) => (
          <li key={id}>
            <dl className="kv">
              <dt>{storage.name}</dt>
              <dd>
                <code>{name}</code> ({storage.kinds[kind]})
              </dd>
              <dt>{storage.purpose}</dt>
              <dd>{storage.entries[id].purpose}</dd>
              <dt>{storage.lasts}</dt>
              <dd>{storage.entries[id].lasts}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}
