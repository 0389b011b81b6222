import { Button, Modal, Select, TextInput } from "@mantine/core";
import { identity, Role } from "#platform/identity/contract";
import { useActionForm } from "../api/useActionForm.ts";
import { OrganizationPicker } from "../crm/OrganizationPicker.tsx";
import { tellDone } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import { crossesEntities, EntityPicker } from "./EntityPicker.tsx";
import { ScopePicker } from "./ScopePicker.tsx";
import styles from "./settings.module.css";
import { settingsWords } from "./words.ts";

/** Gives somebody an account; a link to sign in with is mailed. */
export const AddUser = ({ onClose }: { onClose: () => void }) => {
  const t = useWords(settingsWords);
  const form = useActionForm(
    identity.addUser,
    {
      name: "",
      email: "",
      role: "internal" as Role,
      scopes: [] as string[],
      organizationId: "",
      businessEntities: null as string[] | null,
    },
    {
      onDone: () => {
        tellDone(t("added"));
        onClose();
      },
    },
  );
  return (
    <Modal opened onClose={onClose} title={t("addUser")} size="lg">
      <form className={styles.form} onSubmit={form.submit} noValidate>
        <TextInput label={t("name")} data-autofocus {...form.field("name")} />
        <TextInput label={t("email")} type="email" {...form.field("email")} />
        <Select
          label={t("roleName")}
          allowDeselect={false}
          data={Role.options.map((value) => ({ value, label: t(`role.${value}`) }))}
          {...form.field("role")}
        />
        {form.values.role === "external" && (
          <OrganizationPicker
            label={t("organization")}
            kinds={["partner", "business"]}
            value={form.values.organizationId}
            onChange={(id) => form.setFieldValue("organizationId", id as never)}
            error={form.errors.organizationId}
          />
        )}
        {form.values.role !== "admin" && (
          <ScopePicker
            label={t("scopes")}
            value={form.values.scopes}
            onChange={(scopes) => form.setFieldValue("scopes", scopes as never)}
          />
        )}
        {(form.values.role === "manager" || form.values.role === "internal") && (
          <EntityPicker
            value={form.values.businessEntities}
            onChange={(entities) => form.setFieldValue("businessEntities", entities as never)}
            seesAll={crossesEntities(form.values.scopes)}
          />
        )}
        <Button type="submit" loading={form.isSending}>
          {t("addUser")}
        </Button>
      </form>
    </Modal>
  );
};
