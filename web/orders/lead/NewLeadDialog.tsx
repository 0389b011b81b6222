import { Button, Modal, Select, Textarea, TextInput } from "@mantine/core";
import { type KeyboardEvent, useRef } from "react";
import { OrderKind, orders } from "#orders/contract";
import { useActionForm } from "../../api/useActionForm.ts";
import { AddressFields } from "../../crm/AddressFields.tsx";
import { OrganizationPicker } from "../../crm/OrganizationPicker.tsx";
import { useMe } from "../../identity/session.tsx";
import { useEntityCode } from "../../ui/entity.ts";
import { useGo } from "../../ui/Go.tsx";
import { tellDone } from "../../ui/tell.ts";
import { useWords } from "../../words/words.ts";
import { useOrderNames } from "../status.ts";
import { KnownContacts } from "./KnownContacts.tsx";
import styles from "./NewLeadDialog.module.css";
import { leadWords } from "./words.ts";

const noAddress = { street: "", houseNumber: "", addition: "", postalCode: "", city: "" };

interface NewLeadDialogProps {
  onClose: () => void;
  /** What was typed before there was a field for it: the name. */
  takeTyped: () => string;
}

/** A lead typed while somebody is on the phone: by keyboard alone, in under a minute. */
export const NewLeadDialog = ({ onClose, takeTyped }: NewLeadDialogProps) => {
  const t = useWords(leadWords);
  const names = useOrderNames();
  const go = useGo();
  const me = useMe();
  const chosen = useEntityCode();
  const opensAfter = useRef(true);
  const form = useActionForm(
    orders.newLead,
    {
      businessEntity: chosen ?? me.businessEntities[0]?.code ?? "",
      kind: "installation",
      name: "",
      company: "",
      email: "",
      phone: "",
      address: noAddress,
      accountId: "",
      notes: "",
      requestedOn: "",
    },
    {
      draft: "new-lead",
      onDone: (order) => {
        tellDone(t("done", { number: order.number }));
        form.setValues({ ...form.values, name: "", company: "", email: "", phone: "", notes: "" });
        form.setFieldValue("address", noAddress as never);
        form.setFieldValue("requestedOn", "");
        sessionStorage.removeItem("draft:new-lead");
        if (!opensAfter.current) return document.getElementById("lead-name")?.focus();
        onClose();
        go(`/orders/${order.id}`);
      },
    },
  );
  const save = (opens: boolean) => {
    opensAfter.current = opens;
    form.submit();
  };
  const onFocus = () => {
    const typed = takeTyped();
    if (typed) form.setFieldValue("name", form.values.name + typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save(!event.shiftKey);
  };
  return (
    <Modal opened onClose={onClose} title={t("title")} size={720} onFocus={onFocus} onKeyDown={onKeyDown}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save(true);
        }}
      >
        <TextInput
          id="lead-name"
          label={t("name")}
          placeholder={t("namePlaceholder")}
          autoComplete="off"
          required
          data-autofocus
          {...form.field("name")}
        />
        <TextInput label={t("company")} autoComplete="off" {...form.field("company")} />
        <TextInput label={t("phone")} type="tel" autoComplete="off" {...form.field("phone")} />
        <TextInput label={t("email")} type="email" autoComplete="off" {...form.field("email")} />
        <KnownContacts email={form.values.email} phone={form.values.phone} />
        <div className={styles.wide}>
          <AddressFields
            value={form.values.address}
            onChange={(address) => form.setFieldValue("address", address as never)}
            errors={form.errors}
          />
        </div>
        <Textarea className={styles.wide} label={t("notes")} autosize minRows={2} {...form.field("notes")} />
        <Select
          label={t("kind")}
          allowDeselect={false}
          data={OrderKind.options.map((value) => ({ value, label: names("kind", value) }))}
          {...form.field("kind")}
        />
        <TextInput type="date" label={t("requestedOn")} {...form.field("requestedOn")} />
        <Select
          label={t("entity")}
          allowDeselect={false}
          data={me.businessEntities.map(({ code, name }) => ({ value: code, label: name }))}
          {...form.field("businessEntity")}
        />
        <OrganizationPicker
          label={t("account")}
          placeholder={t("accountPlaceholder")}
          kinds={["partner"]}
          value={form.values.accountId}
          onChange={(id) => form.setFieldValue("accountId", id)}
        />
        <div className={styles.foot}>
          <p className={styles.keys}>{t("keys")}</p>
          <Button variant="default" loading={form.isSending} onClick={() => save(false)}>
            {t("saveAndNext")}
          </Button>
          <Button type="submit" loading={form.isSending}>
            {t("saveAndOpen")}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
