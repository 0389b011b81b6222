import { Checkbox, NumberInput, Textarea, TextInput } from "@mantine/core";
import {
  connections,
  groupStates,
  type IntakeDraft,
  type IntakeView,
  parkingPlaces,
  periods,
  properties,
} from "#sales/contract";
import { AddressFields } from "../crm/AddressFields.tsx";
import { useFormats } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { Choice, YesNo } from "./Choice.tsx";
import { intakeWords } from "./intakeWords.ts";

interface StepProps<S extends keyof IntakeDraft> {
  value: NonNullable<IntakeDraft[S]>;
  onChange: (value: NonNullable<IntakeDraft[S]>) => void;
}

const consents = ["yes", "asked", "no"] as const;

export const HouseStep = ({ value, onChange }: StepProps<"house">) => {
  const t = useWords(intakeWords);
  const isMine = value.property === "owner_occupied";
  return (
    <>
      <Choice
        label={t("property")}
        options={properties.map((name) => ({ value: name, label: t(`properties.${name}`) }))}
        value={value.property}
        onChange={(property) => onChange({ ...value, property })}
      />
      {value.property && !isMine && (
        <Choice
          label={t("consent")}
          options={consents.map((name) => ({ value: name, label: t(`consents.${name}`) }))}
          value={value.consent}
          required={false}
          onChange={(consent) => onChange({ ...value, consent })}
        />
      )}
      <Choice
        label={t("parking")}
        options={parkingPlaces.map((name) => ({ value: name, label: t(`parkings.${name}`) }))}
        value={value.parking}
        onChange={(parking) => onChange({ ...value, parking })}
      />
    </>
  );
};

export const CupboardStep = ({ value, onChange }: StepProps<"cupboard">) => {
  const t = useWords(intakeWords);
  return (
    <>
      <Choice
        label={t("connection")}
        description={t("connectionText")}
        options={connections.map((name) => ({
          value: name,
          label: name === "unknown" ? t("unknown") : name.replace("x", " × ").replace("A", " A"),
        }))}
        inline
        value={value.connection}
        onChange={(connection) => onChange({ ...value, connection })}
      />
      <Choice
        label={t("groups")}
        options={groupStates.map((name) => ({ value: name, label: t(`groupStates.${name}`) }))}
        value={value.groups}
        onChange={(groups) => onChange({ ...value, groups })}
      />
    </>
  );
};

const numberIn = (typed: string | number) => (typeof typed === "number" ? typed : undefined);

export const RouteStep = ({ value, onChange }: StepProps<"route">) => {
  const t = useWords(intakeWords);
  const { separators } = useFormats();
  const metres = {
    size: "md",
    min: 0,
    max: 200,
    decimalScale: 1,
    decimalSeparator: separators.decimalSeparator,
    suffix: " m",
  } as const;
  return (
    <>
      <NumberInput
        {...metres}
        required
        label={t("metres")}
        description={t("metresText")}
        value={value.metres ?? ""}
        onChange={(typed) => onChange({ ...value, metres: numberIn(typed) })}
      />
      <YesNo
        label={t("digging")}
        words={{ yes: t("yes"), no: t("no") }}
        value={value.digging}
        onChange={(digging) => onChange({ ...value, digging })}
      />
      {value.digging && (
        <NumberInput
          {...metres}
          label={t("diggingMetres")}
          value={value.diggingMetres ?? ""}
          onChange={(typed) => onChange({ ...value, diggingMetres: numberIn(typed) })}
        />
      )}
      <NumberInput
        size="md"
        required
        min={0}
        max={20}
        allowDecimal={false}
        label={t("walls")}
        value={value.walls ?? ""}
        onChange={(typed) => onChange({ ...value, walls: numberIn(typed) })}
      />
    </>
  );
};

export const WishesStep = ({ value, onChange }: StepProps<"wishes">) => {
  const t = useWords(intakeWords);
  const words = { yes: t("yes"), no: t("no") };
  return (
    <>
      <YesNo
        label={t("solarLink")}
        description={t("solarText")}
        words={words}
        value={value.solarLink}
        onChange={(solarLink) => onChange({ ...value, solarLink })}
      />
      <YesNo
        label={t("guestUse")}
        words={words}
        value={value.guestUse}
        onChange={(guestUse) => onChange({ ...value, guestUse })}
      />
      <Choice
        label={t("period")}
        options={periods.map((name) => ({ value: name, label: t(`periodNames.${name}`) }))}
        value={value.period}
        required={false}
        onChange={(period) => onChange({ ...value, period })}
      />
      <TextInput
        size="md"
        label={t("car")}
        description={t("optional")}
        maxLength={80}
        value={value.car ?? ""}
        onChange={({ currentTarget }) => onChange({ ...value, car: currentTarget.value })}
      />
      <TextInput
        size="md"
        label={t("charger")}
        description={t("optional")}
        maxLength={120}
        value={value.charger ?? ""}
        onChange={({ currentTarget }) => onChange({ ...value, charger: currentTarget.value })}
      />
      <Textarea
        size="md"
        autosize
        minRows={3}
        label={t("remarks")}
        description={t("optional")}
        maxLength={2000}
        value={value.remarks ?? ""}
        onChange={({ currentTarget }) => onChange({ ...value, remarks: currentTarget.value })}
      />
    </>
  );
};

export const AddressStep = ({
  value,
  known,
  onChange,
}: StepProps<"address"> & { known: IntakeView["address"] }) => {
  const t = useWords(intakeWords);
  const { confirmed = false, ...typed } = { ...known, ...value };
  const text = (part: string | number | undefined) => String(part ?? "");
  return (
    <>
      <p>{t("addressText")}</p>
      <AddressFields
        isRequired
        value={{
          street: text(typed.street),
          houseNumber: text(typed.houseNumber),
          addition: text(typed.addition),
          postalCode: text(typed.postalCode),
          city: text(typed.city),
        }}
        onChange={(address) => onChange({ ...address, confirmed })}
      />
      <Checkbox
        size="md"
        label={`${t("confirmed")} *`}
        checked={confirmed}
        onChange={({ currentTarget }) => onChange({ ...typed, confirmed: currentTarget.checked })}
      />
    </>
  );
};
