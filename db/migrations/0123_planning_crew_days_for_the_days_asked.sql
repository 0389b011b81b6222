-- A plan that is to fit any stretch of days takes each for short, and then works out the skills of all crews anew for every
-- crew: a tenth of a second for the four weeks of an offer. Planned for the days that are asked for it is a quarter of that.
alter function crew_days_between(date, date) set plan_cache_mode = force_custom_plan;
