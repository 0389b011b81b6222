import nodemailer from "nodemailer";

export interface OutgoingMail {
  /** Stays the same when a mail is sent again, so that a receiver can tell. */
  messageId: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
  /** An iCalendar text; its method says whether it invites or cancels. */
  calendar: string | null;
  attachments: { filename: string; content: Buffer; contentType: string }[];
}

/** Brings mail out of the house. */
export interface Mailer {
  /** Whether mail really goes out, so that its documents have to be made. */
  leavesTheHouse: boolean;
  /** `sent` when it left, `kept` when it stays in the on-screen outbox. Throws when it could not be handed over. */
  send(mail: OutgoingMail): Promise<"sent" | "kept">;
  close(): void;
}

/** The default: nothing leaves, every mail can be read on the screen. */
export const outboxMailer: Mailer = {
  leavesTheHouse: false,
  send: async () => "kept",
  close: () => undefined,
};

/** Under which name a calendar file goes along. */
export const calendarName = "afspraak.ics";

const methodOf = (calendar: string) => /^METHOD:(\w+)/m.exec(calendar)?.[1] ?? "PUBLISH";

/** How long a silent server is waited for, in milliseconds: well within the time a mail is claimed for. */
const patience = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 60_000 };

/** Sends through an SMTP server, given as `smtp://user:password@host:587`. */
export const smtpMailer = (url: string): Mailer => {
  const transport = nodemailer.createTransport({ url, ...patience });
  return {
    leavesTheHouse: true,
    async send({ calendar, ...mail }) {
      const icalEvent = calendar
        ? { method: methodOf(calendar), filename: calendarName, content: calendar }
        : undefined;
      await transport.sendMail({ ...mail, icalEvent, headers: { "Auto-Submitted": "auto-generated" } });
      return "sent";
    },
    close: () => transport.close(),
  };
};

declare module "#platform" {
  interface Services {
    mailer: Mailer;
  }
}
