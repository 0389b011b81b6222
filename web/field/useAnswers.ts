import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Answer, field, type WorkOrderView } from "#field/contract";
import { call } from "../api/call.ts";
import { keyOf } from "../api/queries.ts";
import { tellProblem } from "../ui/tell.ts";
import type { SyncState } from "./syncState.ts";

type Answers = Record<string, Answer>;
interface Draft {
  answers: Answers;
  workPerformed?: string;
}

const keyFor = (id: string) => `job:${id}`;
const pauseBeforeSaving = 700;
const pauseBeforeRetry = 8_000;

const readDraft = (id: string): Draft => {
  try {
    return { answers: {}, ...JSON.parse(localStorage.getItem(keyFor(id)) ?? "{}") };
  } catch {
    return { answers: {} };
  }
};

const isEmpty = ({ answers, workPerformed }: Draft) =>
  Object.keys(answers).length === 0 && workPerformed === undefined;

/**
 * Answers as they are given: kept on the phone at once, sent a moment later, and sent again by itself as long as there
 * is no connection.
 */
export const useAnswers = (job: WorkOrderView) => {
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => readDraft(job.id));
  const [state, setState] = useState<SyncState>("saved");
  const latest = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useCallback(
    (next: Draft) => {
      latest.current = next;
      setDraft(next);
      if (isEmpty(next)) localStorage.removeItem(keyFor(job.id));
      else localStorage.setItem(keyFor(job.id), JSON.stringify(next));
    },
    [job.id],
  );

  const send = useCallback(async () => {
    clearTimeout(timer.current);
    const sent = latest.current;
    if (isEmpty(sent)) return;
    setState("sending");
    try {
      const answer = await call(field.saveAnswers, { workOrderId: job.id, ...sent });
      client.setQueryData(keyOf(field.workOrder, { workOrderId: job.id }), answer);
      if (latest.current === sent) keep({ answers: {} });
      setState("saved");
    } catch (error) {
      setState("waiting");
      if (navigator.onLine && (error as { status?: number }).status) tellProblem(error);
    }
  }, [client, job.id, keep]);

  useEffect(() => {
    const again = () => void send();
    addEventListener("online", again);
    if (!isEmpty(latest.current)) again();
    return () => {
      removeEventListener("online", again);
      clearTimeout(timer.current);
    };
  }, [send]);

  useEffect(() => {
    if (state !== "waiting") return;
    const retry = setInterval(() => void send(), pauseBeforeRetry);
    return () => clearInterval(retry);
  }, [state, send]);

  const change = (next: Draft) => {
    keep(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void send(), pauseBeforeSaving);
  };

  return {
    answers: { ...job.answers, ...draft.answers } as Answers,
    workPerformed: draft.workPerformed ?? job.workPerformed ?? "",
    state,
    /** Sends what waits now; for before a step that needs it. */
    flush: send,
    answer: (id: string, value: Answer) =>
      change({ ...latest.current, answers: { ...latest.current.answers, [id]: value } }),
    describe: (workPerformed: string) => change({ ...latest.current, workPerformed }),
  };
};
