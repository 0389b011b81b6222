import { useDebouncedValue } from "@mantine/hooks";
import { crm } from "#crm/contract";
import { phoneText } from "#platform/contract";
import { useList } from "../../api/queries.ts";
import { Go } from "../../ui/Go.tsx";
import { useWords } from "../../words/words.ts";
import styles from "./NewLeadDialog.module.css";
import { leadWords } from "./words.ts";

/** The part of a number that says whose it is, whatever was typed in front of it. */
const significant = (phone: string) => phone.replace(/\D/g, "").slice(-8);

/** People who are known already by the typed mail address or number. */
export const KnownContacts = ({ email, phone }: { email: string; phone: string }) => {
  const t = useWords(leadWords);
  const [mail] = useDebouncedValue(email.trim().toLowerCase(), 250);
  const [number] = useDebouncedValue(significant(phone), 250);
  const hasMail = /^\S+@\S+\.\S{2,}$/.test(mail);
  const byMail = useList(crm.contacts, { search: mail, limit: 3 }, { when: hasMail });
  const byPhone = useList(crm.contacts, { search: number, limit: 3 }, { when: number.length === 8 });
  const found = [
    ...(hasMail ? (byMail.rows ?? []) : []).filter((row) => row.email === mail),
    ...(number.length === 8 ? (byPhone.rows ?? []) : []).filter(
      (row) => significant(row.phone ?? "") === number,
    ),
  ];
  const people = [...new Map(found.map((row) => [row.id, row])).values()].slice(0, 3);
  if (people.length === 0) return null;
  return (
    <div className={styles.known} role="status">
      <p className={styles.knownTitle}>{t("known")}</p>
      {people.map((row) => (
        <p key={row.id} className={styles.person}>
          <Go to={`/contacts/${row.id}`} target="_blank">
            {row.name}
          </Go>
          <span>{row.email}</span>
          <span>{row.phone && phoneText(row.phone)}</span>
        </p>
      ))}
      <p>{t("knownText")}</p>
    </div>
  );
};
