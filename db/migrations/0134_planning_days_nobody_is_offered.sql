-- Feast days and days on which the company is closed are not offered: whoever chooses a half day reads which these are.
grant select on working_day_choices, calendar_periods to chargecars_portal;
