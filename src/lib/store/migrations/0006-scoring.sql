-- By which model and adjustment a mention was scored, as "version" or "version:adjustment"; null: not known, to be scored anew.
alter table mention add column scored text;
-- By what all mentions of the atlas are scored; null: some may not be.
alter table atlas add column scored text;
