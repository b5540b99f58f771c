-- What is kept beside the entities and links: views, notes, ballots. One table for all kinds; a row is what the document holds.
create table record (atlas text, kind text, id text, fields jsonb, primary key (atlas, kind, id));
