import { useMe } from "../identity/session.tsx";
import styles from "./EntityMark.module.css";

/** Whose order it is: the colour and the name of the trading entity. */
export const EntityMark = ({ code, short = false }: { code: string; short?: boolean }) => {
  const { businessEntities } = useMe();
  const entity = businessEntities.find((each) => each.code === code);
  const name = entity?.name ?? code;
  return (
    <span className={styles.mark} title={name}>
      <span
        className={styles.swatch}
        style={{ background: entity?.colour ?? "var(--neutral)" }}
        aria-hidden="true"
      />
      {short ? <span className="visually-hidden">{name}</span> : <span className={styles.name}>{name}</span>}
    </span>
  );
};
