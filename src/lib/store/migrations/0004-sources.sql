-- How a source is set up; part of the document.
alter table source add column settings jsonb not null default '{}';

-- How a source fares on this device: whether it runs here, where it goes on, what became of what it told, and its secret. Never in a document, a file
-- or a dump.
create table source_state (
	atlas text not null,
	source text not null,
	-- A source that came with a file does not run until somebody here says so.
	is_on boolean not null default false,
	cursor text,
	counts jsonb not null default '{}',
	secret text,
	primary key (atlas, source)
);
create index mention_author on mention (atlas, source, author) where author is not null;
