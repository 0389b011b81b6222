-- In which trace a job was asked for (W3C `traceparent`), where traces are kept: the span of the job is linked to it.
alter table jobs add column traceparent text;
