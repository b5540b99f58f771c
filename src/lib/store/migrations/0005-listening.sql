-- What mentions are about, and what they say of the values.
alter table mention add column says text[] not null default '{}';
alter table mention add column denies text[] not null default '{}';
-- Set by a person; what the words of the atlas tell is found when it is asked for.
alter table mention add column persona text;
alter table mention add column need text;
-- By which word lists and values the mentions were read, as a hash; null: by an older version.
alter table atlas add column worded text;
