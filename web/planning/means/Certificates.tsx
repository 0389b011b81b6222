import { ActionIcon, Button, FileInput, Select, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { type CertificateView, certificateKinds, type MechanicView, planning } from "#planning/contract";
import { useAction } from "../../api/useAction.ts";
import { useActionForm } from "../../api/useActionForm.ts";
import { tellDone, tellProblem } from "../../ui/tell.ts";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import { useVisitNames } from "../visitNames.ts";
import { plusDays } from "../weekDays.ts";
import styles from "./means.module.css";
import { uploadDocument } from "./uploadDocument.ts";
import { meansWords } from "./words.ts";

const Validity = ({ expiresOn }: Pick<CertificateView, "expiresOn">) => {
  const t = useWords(meansWords);
  const { day, today } = useFormats();
  if (!expiresOn) return <span className={styles.soft}>{t("validAlways")}</span>;
  if (expiresOn < today())
    return <span className={styles.expired}>{t("expiredOn", { day: day(expiresOn) })}</span>;
  if (expiresOn <= plusDays(today(), 30))
    return <span className={styles.soon}>{t("expiresSoon", { day: day(expiresOn) })}</span>;
  return <span className={styles.soft}>{t("validUntil", { day: day(expiresOn) })}</span>;
};

const AddCertificate = ({ mechanicId }: { mechanicId: string }) => {
  const t = useWords(meansWords);
  const names = useVisitNames();
  const [file, setFile] = useState<File | null>(null);
  const form = useActionForm(
    planning.addCertificate,
    { kind: certificateKinds[0] as string, issuedOn: "", expiresOn: "", authority: "", fileId: "" },
    {
      fixed: { mechanicId },
      onDone: () => {
        tellDone(t("saved"));
        form.reset();
        setFile(null);
      },
    },
  );
  const choose = async (given: File | null) => {
    setFile(given);
    if (!given) return form.setFieldValue("fileId", "" as never);
    try {
      form.setFieldValue("fileId", (await uploadDocument(given)) as never);
    } catch (error) {
      setFile(null);
      tellProblem(error);
    }
  };
  return (
    <form className={styles.form} onSubmit={form.submit} noValidate>
      <div className={styles.row}>
        <Select
          label={t("kind")}
          allowDeselect={false}
          data={certificateKinds.map((value) => ({ value, label: names("skill", value) }))}
          {...form.field("kind")}
        />
        <TextInput type="date" label={t("issuedOn")} {...form.field("issuedOn")} />
        <TextInput type="date" label={t("expiresOn")} {...form.field("expiresOn")} />
        <TextInput label={t("authority")} {...form.field("authority")} />
        <FileInput label={t("document")} value={file} onChange={(given) => void choose(given)} clearable />
      </div>
      <Button type="submit" variant="default" loading={form.isSending}>
        {t("addCertificate")}
      </Button>
    </form>
  );
};

/** Somebody's papers with until when they are good, and a form for the next one. */
export const Certificates = ({ mechanic, mayPlan }: { mechanic: MechanicView; mayPlan: boolean }) => {
  const t = useWords(meansWords);
  const names = useVisitNames();
  const remove = useAction(planning.removeCertificate);
  const again = useAction(planning.addCertificate);
  const takeOff = ({ id, ...paper }: CertificateView) =>
    remove.runAsync({ certificateId: id }).then(
      () => tellDone(t("certificateGone", { kind: names("skill", paper.kind) }), () => again.run(paper)),
      // What went wrong is told already.
      () => undefined,
    );
  return (
    <>
      {mechanic.certificates.length === 0 && <p className={styles.soft}>{t("noCertificates")}</p>}
      <ul className={styles.papers}>
        {mechanic.certificates.map((paper) => (
          <li key={paper.id}>
            <span>
              {names("skill", paper.kind)} <span className={styles.soft}>({paper.authority})</span>{" "}
              {paper.fileId && (
                <a href={`/api/v1/files/${paper.fileId}`} target="_blank" rel="noreferrer">
                  {t("openDocument")}
                </a>
              )}
            </span>
            <span>
              <Validity expiresOn={paper.expiresOn} />{" "}
              {mayPlan && (
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  aria-label={`${t("remove")}: ${names("skill", paper.kind)}`}
                  onClick={() => void takeOff(paper)}
                >
                  <IconTrash size={14} />
                </ActionIcon>
              )}
            </span>
          </li>
        ))}
      </ul>
      {mayPlan && <AddCertificate mechanicId={mechanic.id} />}
    </>
  );
};
