-- Why the optimiser or a what-if failed is a code that screens have a sentence for; what stood there were words of the database.
update plan_runs set problem = case problem when 'process lost' then 'process_lost' when 'This plan is no draft any more' then 'plan_closed'
  else 'unforeseen' end where problem is not null;
alter table plan_runs add constraint plan_runs_problem
  check (problem in ('process_lost', 'plan_closed', 'crews_moved', 'past_midnight', 'unforeseen'));
update plan_what_ifs set problem = 'unforeseen' where problem is not null;
alter table plan_what_ifs add constraint plan_what_ifs_problem check (problem = 'unforeseen');
