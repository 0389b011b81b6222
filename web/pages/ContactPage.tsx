import { Select } from "@mantine/core";
import { crm } from "#crm/contract";
import { phoneText } from "#platform/contract";
import { useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { EditableText } from "../crm/EditableText.tsx";
import styles from "../crm/Organization.module.css";
import { useMayChangeCustomers } from "../crm/OrganizationFacts.tsx";
import { crmWords } from "../crm/words.ts";
import { CustomerTimeline } from "../messaging/CustomerTimeline.tsx";
import { MessagesOf } from "../messaging/MessagesOf.tsx";
import { Columns } from "../ui/Columns.tsx";
import { Go } from "../ui/Go.tsx";
import { InlineEdit } from "../ui/InlineEdit.tsx";
import { NoRecord } from "../ui/NoRecord.tsx";
import { tellUnlessOvertaken } from "../ui/overtaken.ts";
import { PageHeader } from "../ui/PageHeader.tsx";
import { PageTabs } from "../ui/PageTabs.tsx";
import { PropertyList } from "../ui/PropertyList.tsx";
import { usePathParams } from "../ui/router.tsx";
import { Section } from "../ui/Section.tsx";
import { SkeletonPage } from "../ui/states.tsx";
import { tellDone } from "../ui/tell.ts";
import { useFilters } from "../ui/useFilters.ts";
import { useLanguage } from "../words/language.ts";
import { lookUp, useWords } from "../words/words.ts";
import { OrdersOf } from "./OrganizationPage.tsx";

/** One person with their organizations, orders and mail. */
export const ContactPage = () => {
  const { contactId } = usePathParams("contactId");
  const t = useWords(crmWords);
  const language = useLanguage();
  const mayChange = useMayChangeCustomers();
  const { tab = "facts" } = useFilters().values;
  const query = useQuery(crm.contact, { contactId });
  const change = useAction(crm.changeContact, {
    onDone: () => tellDone(t("saved")),
    onProblem: tellUnlessOvertaken,
  });
  const choose = useAction(crm.changeContact, { onDone: () => tellDone(t("saved")) });
  const { data: contact } = query;
  if (query.error && !contact)
    return (
      <NoRecord
        error={query.error}
        retry={() => void query.refetch()}
        place={{ label: t("customers"), to: "/customers" }}
      />
    );
  if (!contact) return <SkeletonPage />;
  const here = `/contacts/${contactId}`;
  const text = (name: "firstName" | "infix" | "email" | "phone") => ({
    label: t(name),
    value: (
      <EditableText
        label={t(name)}
        value={contact[name]}
        shown={name === "phone" && contact.phone ? phoneText(contact.phone) : undefined}
        mayChange={mayChange}
        type={name === "email" ? "email" : name === "phone" ? "tel" : "text"}
        onSave={(value, was) => change.runAsync({ contactId, [name]: value, was: { [name]: was } })}
      />
    ),
  });
  const languages = { nl: t("dutch"), en: t("english") };
  return (
    <>
      <PageHeader
        parent={{ label: t("contacts"), to: "/customers?tab=contacts" }}
        title={contact.name}
        detail={contact.organizations.map(({ name }) => name).join(", ")}
      >
        <PageTabs
          label={contact.name}
          current={tab}
          tabs={[
            { value: "facts", label: t("facts"), to: here },
            { value: "orders", label: t("orders"), to: `${here}?tab=orders` },
            { value: "messages", label: t("messages"), to: `${here}?tab=messages` },
          ]}
        />
      </PageHeader>
      {tab === "orders" ? (
        <OrdersOf about={{ contactId }} />
      ) : (
        <div className={styles.scroll}>
          {tab === "messages" ? (
            <Columns>
              <MessagesOf about={{ contactId }} />
            </Columns>
          ) : (
            <Columns
              side={
                <Section title={t("organizations")}>
                  <ul className={styles.people}>
                    {contact.organizations.map((organization) => (
                      <li key={organization.id + organization.role}>
                        <Go to={`/customers/${organization.id}`} className={styles.link}>
                          {organization.name}
                        </Go>
                        <span className={styles.soft}>
                          {lookUp(crmWords, language, `role.${organization.role}`) ?? t("otherRole")}
                        </span>
                      </li>
                    ))}
                  </ul>
                </Section>
              }
            >
              <Section title={t("facts")}>
                <PropertyList
                  properties={[
                    text("firstName"),
                    text("infix"),
                    {
                      label: t("lastName"),
                      value: (
                        <EditableText
                          label={t("lastName")}
                          value={contact.lastName}
                          mayChange={mayChange}
                          onSave={(lastName, was) =>
                            lastName
                              ? change.runAsync({ contactId, lastName, was: { lastName: was ?? "" } })
                              : undefined
                          }
                        />
                      ),
                    },
                    text("email"),
                    text("phone"),
                    {
                      label: t("language"),
                      value: mayChange ? (
                        <InlineEdit
                          label={t("language")}
                          shown={languages[contact.language]}
                          input={(done) => (
                            <Select
                              size="xs"
                              aria-label={t("language")}
                              allowDeselect={false}
                              data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
                              value={contact.language}
                              onChange={(value) => {
                                done();
                                choose.run({
                                  contactId,
                                  language: value === "en" ? "en" : "nl",
                                  was: { language: contact.language },
                                });
                              }}
                            />
                          )}
                        />
                      ) : (
                        languages[contact.language]
                      ),
                    },
                  ]}
                />
              </Section>
              <CustomerTimeline about={{ contactId }} name={contact.name} />
            </Columns>
          )}
        </div>
      )}
    </>
  );
};
