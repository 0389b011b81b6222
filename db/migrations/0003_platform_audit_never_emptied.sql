-- Append-only holds for emptying at once, too.
create trigger audit_lines_never_emptied before truncate on audit_lines execute function forbid_change();
create trigger audit_seals_never_emptied before truncate on audit_seals execute function forbid_change();
