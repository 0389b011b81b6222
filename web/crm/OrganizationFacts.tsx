import type { z } from "zod";
import { crm, type OrganizationView } from "#crm/contract";
import { phoneText } from "#platform/contract";
import { useAction } from "../api/useAction.ts";
import { useMay } from "../identity/session.tsx";
import { Go } from "../ui/Go.tsx";
import { tellUnlessOvertaken } from "../ui/overtaken.ts";
import { PropertyList } from "../ui/PropertyList.tsx";
import { Section } from "../ui/Section.tsx";
import { tellDone } from "../ui/tell.ts";
import { useLanguage } from "../words/language.ts";
import { lookUp, useWords } from "../words/words.ts";
import { EditableText } from "./EditableText.tsx";
import styles from "./Organization.module.css";
import { crmWords } from "./words.ts";

export type Organization = z.infer<typeof OrganizationView>;

/** Whether this person keeps the data of customers. */
export const useMayChangeCustomers = () => {
  const may = useMay();
  return may("sales.customers") || may("sales.orders") || may("support.communication");
};

const daysOf = (typed: string | null) => (typed === null ? null : Number(typed));

/** The facts of an organization, changed where they stand. */
export const OrganizationFacts = ({ organization }: { organization: Organization }) => {
  const t = useWords(crmWords);
  const mayChange = useMayChangeCustomers();
  const change = useAction(crm.changeOrganization, {
    onDone: () => tellDone(t("saved")),
    onProblem: tellUnlessOvertaken,
  });
  const organizationId = organization.id;
  const text = (name: "legalName" | "email" | "invoiceEmail" | "phone" | "vatNumber" | "kvkNumber") => ({
    label: t(name),
    value: (
      <EditableText
        label={t(name)}
        value={organization[name]}
        shown={name === "phone" && organization.phone ? phoneText(organization.phone) : undefined}
        mayChange={mayChange}
        type={name.toLowerCase().includes("email") ? "email" : "text"}
        onSave={(value, was) => change.runAsync({ organizationId, [name]: value, was: { [name]: was } })}
      />
    ),
  });
  return (
    <Section title={t("facts")}>
      <PropertyList
        properties={[
          {
            label: t("name"),
            value: (
              <EditableText
                label={t("name")}
                value={organization.name}
                mayChange={mayChange}
                onSave={(name, was) =>
                  name ? change.runAsync({ organizationId, name, was: { name: was ?? "" } }) : undefined
                }
              />
            ),
          },
          { label: t("kindName"), value: t(`kind.${organization.kind}`) },
          ...(organization.kind === "household" ? [] : [text("legalName")]),
          text("email"),
          text("invoiceEmail"),
          text("phone"),
          ...(organization.kind === "household" ? [] : [text("vatNumber"), text("kvkNumber")]),
          {
            label: t("paymentDays"),
            value: (
              <EditableText
                label={t("paymentDays")}
                value={organization.paymentDays?.toString() ?? null}
                shown={
                  organization.paymentDays !== null ? t("days", { count: organization.paymentDays }) : null
                }
                mayChange={mayChange}
                type="number"
                onSave={(value, was) =>
                  change.runAsync({
                    organizationId,
                    paymentDays: daysOf(value),
                    was: { paymentDays: daysOf(was) },
                  })
                }
              />
            ),
          },
        ]}
      />
    </Section>
  );
};

/** The people of an organization. */
export const OrganizationPeople = ({ organization }: { organization: Organization }) => {
  const t = useWords(crmWords);
  const language = useLanguage();
  const roleName = (role: string) => lookUp(crmWords, language, `role.${role}`) ?? t("otherRole");
  const { contacts } = organization;
  const people = [...new Map(contacts.map((contact) => [contact.id, contact])).values()];
  const rolesOf = (id: string) =>
    contacts.filter((contact) => contact.id === id).map(({ membership }) => roleName(membership.role));
  return (
    <Section title={t("contacts")} note={people.length || undefined}>
      {people.length === 0 && <p className={styles.soft}>{t("nobody")}</p>}
      <ul className={styles.people}>
        {people.map((contact) => (
          <li key={contact.id}>
            <Go to={`/contacts/${contact.id}`} className={styles.link}>
              {contact.name}
            </Go>
            <span className={styles.soft}>{rolesOf(contact.id).join(", ")}</span>
            <span className={styles.reach}>
              {contact.phone && <a href={`tel:${contact.phone}`}>{phoneText(contact.phone)}</a>}
              {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
