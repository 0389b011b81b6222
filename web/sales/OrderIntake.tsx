import { Button, Drawer } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type IntakeDraft, intakeSteps, type OfficeIntakeView, sales } from "#sales/contract";
import { call } from "../api/call.ts";
import { keyOf, useQuery } from "../api/queries.ts";
import { useAction } from "../api/useAction.ts";
import { useMay } from "../identity/session.tsx";
import type { OrderPartProps } from "../orders/Order.ts";
import { DateText } from "../ui/DateText.tsx";
import { PropertyList } from "../ui/PropertyList.tsx";
import { Section } from "../ui/Section.tsx";
import { StatusBadge } from "../ui/StatusBadge.tsx";
import { ErrorState, SkeletonLines } from "../ui/states.tsx";
import { tellDone } from "../ui/tell.ts";
import type { Tone } from "../ui/theme.ts";
import { useLanguage } from "../words/language.ts";
import { lookUp, useWords } from "../words/words.ts";
import { usePictures } from "./filesOfOrder.ts";
import { IntakeForm, withAnswers } from "./IntakeForm.tsx";
import { intakeWords } from "./intakeWords.ts";
import styles from "./OrderIntake.module.css";
import { salesWords } from "./words.ts";

const tones: Record<OfficeIntakeView["status"], Tone> = {
  waiting: "neutral",
  sent: "info",
  started: "progress",
  expired: "warning",
  completed: "success",
};

/** The answers as facts, in the order in which they were asked; only what was answered. */
const useAnswers = (answers: IntakeDraft) => {
  const t = useWords(salesWords);
  const q = useWords(intakeWords);
  const yesNo = (value: boolean | undefined) =>
    value === undefined ? undefined : value ? q("yes") : q("no");
  const metres = (count: number | undefined) =>
    count === undefined ? undefined : t("intake.metres", { count: String(count) });
  const { house, cupboard, route, wishes } = answers;
  const connection = cupboard?.connection;
  const facts = {
    property: house?.property && q(`properties.${house.property}`),
    consent: house?.consent && q(`consents.${house.consent}`),
    parking: house?.parking && q(`parkings.${house.parking}`),
    connection: connection === "unknown" ? q("unknown") : connection,
    groups: cupboard?.groups && q(`groupStates.${cupboard.groups}`),
    metres: metres(route?.metres),
    digging:
      route?.digging && route.diggingMetres !== undefined
        ? metres(route.diggingMetres)
        : yesNo(route?.digging),
    walls: route?.walls === undefined ? undefined : String(route.walls),
    solarLink: yesNo(wishes?.solarLink),
    guestUse: yesNo(wishes?.guestUse),
    car: wishes?.car || undefined,
    charger: wishes?.charger || undefined,
    period: wishes?.period && q(`periodNames.${wishes.period}`),
    remarks: wishes?.remarks || undefined,
  } as const;
  return Object.entries(facts).flatMap(([name, value]) =>
    value === undefined ? [] : [{ label: t(`intake.answers.${name as keyof typeof facts}`), value }],
  );
};

const Photos = ({ intake }: { intake: OfficeIntakeView }) => {
  const t = useWords(salesWords);
  const q = useWords(intakeWords);
  const photos = intake.answers.photos?.photos ?? [];
  const pictures = usePictures(photos.map(({ fileId }) => fileId));
  return (
    <>
      {photos.length > 0 && (
        <ul className={styles.photos}>
          {photos.map(({ fileId, kind }) => (
            <li key={fileId}>
              <a href={`/api/v1/files/${fileId}?width=1280`} target="_blank" rel="noreferrer">
                <img src={pictures[fileId]} alt={q(`photo.${kind}`)} className={styles.photo} />
              </a>
            </li>
          ))}
        </ul>
      )}
      {intake.deliveredPhotos.length > 0 && (
        <p className={styles.soft}>
          {t("intake.delivered")}:{" "}
          {intake.deliveredPhotos.map(({ url, kind }, index) => (
            <a key={url} href={url} target="_blank" rel="noreferrer" className={styles.link}>
              {kind?.replaceAll("_", " ") ?? t("intake.photo", { number: String(index + 1) })}
            </a>
          ))}
        </p>
      )}
    </>
  );
};

const Flags = ({ flags }: { flags: readonly string[] }) => {
  const t = useWords(salesWords);
  const language = useLanguage();
  if (flags.length === 0) return null;
  return (
    <p className={styles.flags}>
      <strong>{t("intake.flags")}:</strong>{" "}
      {flags.map((flag) => lookUp(salesWords, language, `intake.flag.${flag}`) ?? flag).join(" · ")}
    </p>
  );
};

const Facts = ({ intake }: { intake: OfficeIntakeView }) => {
  const t = useWords(salesWords);
  const { completedAt, completedBy } = intake;
  const answers = useAnswers(intake.answers);
  const how = completedAt
    ? [
        {
          label: t("intake.completedAt"),
          value: (
            <>
              <DateText at={completedAt} as="moment" /> {completedBy && t(`intake.by.${completedBy}`)}
            </>
          ),
        },
      ]
    : [
        ...(intake.sentAt
          ? [{ label: t("intake.sentAt"), value: <DateText at={intake.sentAt} as="moment" /> }]
          : []),
        ...(intake.dueAt
          ? [{ label: t("intake.dueAt"), value: <DateText at={intake.dueAt} as="moment" /> }]
          : []),
        ...(intake.reminders > 0 ? [{ label: t("intake.reminders"), value: intake.reminders }] : []),
      ];
  const facts = [...how, ...answers];
  const half = facts.length > 6 ? Math.ceil(facts.length / 2) : facts.length;
  return (
    <div className={styles.facts}>
      <PropertyList properties={facts.slice(0, half)} />
      {half < facts.length && <PropertyList properties={facts.slice(half)} />}
    </div>
  );
};

/** The questionnaire on the order's page: how far it is, what was answered, and help on the telephone. */
export const OrderIntake = ({ orderId, order }: OrderPartProps) => {
  const t = useWords(salesWords);
  const may = useMay();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useQuery(sales.intake, { orderId }, { live: ["orders"] });
  const send = useAction(sales.sendIntake, { onDone: () => tellDone(t("intake.wasSent")) });
  const intake = data?.intake;
  const isOver = order.status === "completed" || order.status === "cancelled";
  const mayFill = (may("sales.orders") || may("sales.quotes")) && !isOver && intake?.status !== "completed";
  if (data && !intake && (isOver || order.lines.length > 0)) return null;
  const blank: OfficeIntakeView = {
    orderId,
    status: "waiting",
    answers: {},
    done: [],
    address: {},
    dueAt: null,
    savedAt: null,
    completedAt: null,
    completedBy: null,
    sentAt: null,
    reminders: 0,
    flags: [],
    deliveredPhotos: [],
  };
  const buttons = mayFill && (
    <>
      <Button size="xs" variant="default" loading={send.isRunning} onClick={() => send.run({ orderId })}>
        {intake?.sentAt ? t("intake.resend") : t("intake.send")}
      </Button>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {t("intake.fill")}
      </Button>
    </>
  );
  const close = () => {
    setOpen(false);
    void client.invalidateQueries({ queryKey: [sales.intake.name] });
  };
  return (
    <Section
      title={t("intake.title")}
      note={
        intake && (
          <span className={styles.status}>
            <StatusBadge label={t(`intake.status.${intake.status}`)} tone={tones[intake.status]} />
            {intake.status !== "completed" &&
              t("intake.progress", { done: String(intake.done.length), count: String(intakeSteps.length) })}
          </span>
        )
      }
      actions={buttons}
    >
      {error && !data ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : (
        !data && <SkeletonLines lines={3} />
      )}
      {data && !intake && <p className={styles.soft}>{t("intake.none")}</p>}
      {intake && (
        <div className={styles.intake}>
          <Flags flags={intake.flags} />
          <Facts intake={intake} />
          <Photos intake={intake} />
        </div>
      )}
      <Drawer opened={isOpen} onClose={close} position="right" size="md" title={t("intake.fillTitle")}>
        <IntakeForm
          intake={intake ?? blank}
          orderId={orderId}
          remember={(answers) =>
            client.setQueryData<{ intake: OfficeIntakeView | null }>(
              keyOf(sales.intake, { orderId }),
              (was) => (was?.intake ? { ...was, intake: withAnswers(was.intake, answers) } : undefined),
            )
          }
          save={(answers) => call(sales.saveIntake, { orderId, ...answers })}
          complete={async () => {
            await call(sales.completeIntake, { orderId });
            close();
          }}
        />
      </Drawer>
    </Section>
  );
};
