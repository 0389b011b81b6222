-- The appointment a mail is about, as calendars read it: an invitation, or that it is off.
alter table messages add column calendar text;
