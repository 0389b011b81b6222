import { Select, Switch } from "@mantine/core";
import { crm } from "#crm/contract";
import { sales } from "#sales/contract";
import { useQuery } from "../../api/queries.ts";
import { useAction } from "../../api/useAction.ts";
import { EditableMoney } from "../../crm/EditableMoney.tsx";
import { type Organization, useMayChangeCustomers } from "../../crm/OrganizationFacts.tsx";
import { useMay } from "../../identity/session.tsx";
import { PropertyList } from "../../ui/PropertyList.tsx";
import { Section } from "../../ui/Section.tsx";
import { ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { tellDone } from "../../ui/tell.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import styles from "./settings.module.css";
import { partnerSettingsWords } from "./words.ts";

const orders = ["parallel", "partner_first", "customer_first"] as const;

/** What was agreed with a partner about prices, signatures and what goes out by itself. */
export const Agreements = ({ organization }: { organization: Organization }) => {
  const t = useWords(partnerSettingsWords);
  const { money } = useFormats();
  const may = useMay();
  const mayChange = useMayChangeCustomers();
  const organizationId = organization.id;
  const { data, error } = useQuery(sales.payerAgreement, { organizationId });
  const set = useAction(sales.setPayerAgreement, { onDone: () => tellDone(t("saved")) });
  const change = useAction(crm.changeOrganization, { onDone: () => tellDone(t("saved")) });
  const mayAgree = may("sales.quotes");
  const inForce = data?.inForce.byItselfUpToCents;
  return (
    <Section title={t("agreements")}>
      {error ? <ErrorState error={error} /> : null}
      {!data && !error && <SkeletonLines lines={4} />}
      {data && (
        <>
          <PropertyList
            properties={[
              {
                label: t("seesPrices"),
                value: (
                  <Switch
                    aria-label={t("seesPrices")}
                    checked={organization.seesCustomerPrices}
                    disabled={!mayChange}
                    onChange={({ currentTarget: { checked } }) =>
                      change.run({
                        organizationId,
                        seesCustomerPrices: checked,
                        was: { seesCustomerPrices: !checked },
                      })
                    }
                  />
                ),
              },
              {
                label: t("signing"),
                value: (
                  <Select
                    size="xs"
                    aria-label={t("signing")}
                    allowDeselect={false}
                    disabled={!mayAgree}
                    data={[
                      { value: "", label: t("order.above") },
                      ...orders.map((value) => ({ value, label: t(`order.${value}`) })),
                    ]}
                    value={data.signingOrder ?? ""}
                    description={
                      data.signingOrder === null &&
                      t("inForce", { word: t(`order.${data.inForce.signingOrder}`).toLowerCase() })
                    }
                    onChange={(value) =>
                      set.run({
                        organizationId,
                        signingOrder: orders.find((order) => order === value) ?? null,
                      })
                    }
                  />
                ),
              },
              {
                label: t("signsItself"),
                value: (
                  <EditableMoney
                    label={t("signsItself")}
                    cents={data.approvesBelowCents}
                    none={t("signsNone")}
                    mayChange={mayAgree}
                    onSave={(approvesBelowCents) => set.run({ organizationId, approvesBelowCents })}
                  />
                ),
              },
              {
                label: t("limit"),
                value: (
                  <EditableMoney
                    label={t("limit")}
                    cents={data.byItselfUpToCents}
                    none={
                      typeof inForce === "number" ? t("inForce", { word: money(inForce) }) : t("limitNone")
                    }
                    mayChange={mayAgree}
                    onSave={(byItselfUpToCents) => set.run({ organizationId, byItselfUpToCents })}
                  />
                ),
              },
            ]}
          />
          <p className={styles.soft}>{t("agreementsText")}</p>
        </>
      )}
    </Section>
  );
};
