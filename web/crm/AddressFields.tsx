import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconCircleCheck, IconMapPinQuestion } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { crm } from "#crm/contract";
import { useQuery } from "../api/queries.ts";
import { useWords, words } from "../words/words.ts";
import styles from "./AddressFields.module.css";

const addressWords = words({
  nl: {
    postalCode: "Postcode",
    houseNumber: "Huisnr.",
    addition: "Toev.",
    street: "Straat",
    city: "Plaats",
    known: "Bekend in {city}",
    unknown: "Deze postcode kennen we niet. U kunt toch verder; iemand kijkt er later naar.",
  },
  en: {
    postalCode: "Postcode",
    houseNumber: "Number",
    addition: "Add.",
    street: "Street",
    city: "City",
    known: "Known, in {city}",
    unknown: "We do not know this postcode. You can go on; somebody looks at it later.",
  },
});

export interface TypedAddress {
  street: string;
  houseNumber: string;
  addition: string;
  postalCode: string;
  city: string;
}

interface AddressFieldsProps {
  value: TypedAddress;
  onChange: (value: TypedAddress) => void;
  errors?: Record<string, ReactNode>;
  /** Whether it cannot do without postcode and number. */
  isRequired?: boolean;
  /** Where the address stands in the form, for its errors. */
  prefix?: string;
}

const looksComplete = (postalCode: string) => /^\s*\d{4}\s*[a-z]{2}\s*$/i.test(postalCode);

/** An address, postcode and number first: the place is looked up while one types. */
export const AddressFields = ({
  value,
  onChange,
  errors = {},
  isRequired = false,
  prefix = "address",
}: AddressFieldsProps) => {
  const t = useWords(addressWords);
  const [postalCode] = useDebouncedValue(value.postalCode, 150);
  const asked = postalCode.trim().length >= 6;
  const found = useQuery(
    crm.findAddress,
    { postalCode: postalCode.trim(), ...(value.houseNumber ? { houseNumber: value.houseNumber } : {}) },
    { when: asked && looksComplete(postalCode), keep: true, fresh: 600_000 },
  );
  const city = looksComplete(value.postalCode) ? found.data?.city : undefined;
  const field = (name: keyof TypedAddress) => ({
    label: t(name),
    value: value[name],
    error: errors[`${prefix}.${name}`],
    "data-path": `${prefix}.${name}`,
    autoComplete: "off",
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      onChange({ ...value, [name]: event.currentTarget.value }),
  });
  return (
    <div className={styles.fields}>
      <TextInput {...field("postalCode")} withAsterisk={isRequired} className={styles.postalCode} />
      <TextInput
        {...field("houseNumber")}
        withAsterisk={isRequired}
        className={styles.number}
        inputMode="numeric"
      />
      <TextInput {...field("addition")} className={styles.number} />
      <TextInput {...field("street")} className={styles.street} />
      <TextInput {...field("city")} className={styles.city} placeholder={city ?? ""} />
      <p className={styles.found} aria-live="polite" data-known={city ? true : undefined}>
        {asked && city && (
          <>
            <IconCircleCheck size={15} stroke={1.8} aria-hidden="true" />
            {t("known", { city })}
          </>
        )}
        {asked && !found.isFetching && !city && (
          <>
            <IconMapPinQuestion size={15} stroke={1.8} aria-hidden="true" />
            {t("unknown")}
          </>
        )}
      </p>
    </div>
  );
};
