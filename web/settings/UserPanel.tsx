import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { identity, Role, type User } from "#platform/identity/contract";
import { useAction } from "../api/useAction.ts";
import { SidePanel } from "../ui/SidePanel.tsx";
import { tellDone } from "../ui/tell.ts";
import { useWords } from "../words/words.ts";
import { crossesEntities, EntityPicker } from "./EntityPicker.tsx";
import { ScopePicker } from "./ScopePicker.tsx";
import styles from "./settings.module.css";
import { settingsWords } from "./words.ts";

/** One account: name, role, rights, and whether it may come in. */
export const UserPanel = ({ user, onClose }: { user: User; onClose: () => void }) => {
  const t = useWords(settingsWords);
  const [name, setName] = useState(user.name);
  const [role, setRole] = useState(user.role);
  const [scopes, setScopes] = useState(user.scopes);
  const [entities, setEntities] = useState(user.businessEntities);
  const isOffice = role === "manager" || role === "internal";
  const userId = user.id;
  const change = useAction(identity.changeUser, { onDone: () => tellDone(t("saved")) });
  const invite = useAction(identity.inviteUser, { onDone: () => tellDone(t("invited")) });
  const reset = useAction(identity.resetSecondFactor, { onDone: () => tellDone(t("factorReset")) });
  return (
    <SidePanel title={user.name} onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          change.run({ userId, name, role, scopes, businessEntities: isOffice ? entities : null });
        }}
      >
        <TextInput label={t("name")} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput label={t("email")} value={user.email} readOnly variant="filled" />
        <Select
          label={t("roleName")}
          allowDeselect={false}
          data={Role.options.map((value) => ({ value, label: t(`role.${value}`) }))}
          value={role}
          onChange={(value) => value && setRole(Role.parse(value))}
        />
        {role === "admin" ? (
          <p className={styles.soft}>{t("allRights")}</p>
        ) : (
          <ScopePicker label={t("scopes")} value={scopes} onChange={setScopes} />
        )}
        {isOffice && (
          <EntityPicker value={entities} onChange={setEntities} seesAll={crossesEntities(scopes)} />
        )}
        <Button type="submit" loading={change.isRunning}>
          {t("save")}
        </Button>
      </form>
      <div className={styles.actions}>
        <Button variant="default" loading={invite.isRunning} onClick={() => invite.run({ userId })}>
          {t("invite")}
        </Button>
        {user.secondFactor && (
          <Button variant="default" loading={reset.isRunning} onClick={() => reset.run({ userId })}>
            {t("resetFactor")}
          </Button>
        )}
        <Button
          variant="default"
          loading={change.isRunning}
          onClick={() => change.run({ userId, active: !user.active })}
        >
          {user.active ? t("close") : t("reopen")}
        </Button>
      </div>
    </SidePanel>
  );
};
