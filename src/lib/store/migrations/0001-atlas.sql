-- An atlas, its document, and the rows of its document as tables.
-- Rows are written from the document, which may hold them before what they point to has arrived:
-- so there are no foreign keys, and no NOT NULL outside keys.

create table atlas (
	id text primary key,
	name text not null,
	created_at timestamptz not null,
	changed_at timestamptz not null,
	saved_at timestamptz,
	entities integer not null default 0,
	mentions integer not null default 0,
	-- Size of the document and of the mentions, in bytes.
	bytes bigint not null default 0,
	mention_bytes bigint not null default 0,
	-- The tables do not follow the document (a write to them failed): they are written anew from it.
	rows_dirty boolean not null default false,
	-- word_count does not follow mention (a bulk load is under way, or was cut short): it is counted anew.
	words_dirty boolean not null default false
);

-- Updates of the document in the order they came, and the state that those up to `upto` were folded into (Yjs, encoding V2).
create table doc_update (
	atlas text not null,
	seq bigint generated always as identity,
	data bytea not null,
	primary key (atlas, seq)
);
create table doc_snapshot (atlas text primary key, data bytea not null);

create table workspace (atlas text primary key, id text, name text, description text);
create table frame (
	atlas text primary key,
	vision text, mission text, relationship text, core_values text[], activities text[], goals jsonb,
	slogan text, tone text, visuals text, campaign text
);
create table word_list (atlas text primary key, merge jsonb, together text[], hide text[]);

create table persona (
	atlas text, id text,
	name text, role text, quote text, story text, feelings text[], opinions text[], goals text[], pains text[],
	share double precision, avatar text, color text, evidence text,
	primary key (atlas, id)
);
create table value (
	atlas text, id text,
	name text, synonyms text[], opposites text[], description text, evidence text,
	primary key (atlas, id)
);
create table need (
	atlas text, id text,
	name text, kind text, stage text, description text, evidence text,
	primary key (atlas, id)
);
create table channel (
	atlas text, id text,
	name text, roles text[], media text, setting text, two_way boolean, carries text[], effort double precision,
	-- What only this channel does.
	only_here text, description text, evidence text,
	primary key (atlas, id)
);
create table product (
	atlas text, id text,
	name text, kind text, owner text, description text, evidence text,
	primary key (atlas, id)
);
create table decision (
	atlas text, id text,
	finding jsonb, remedy text, owner text, due date, note text, done boolean, evidence text,
	primary key (atlas, id)
);
create table source (
	atlas text, id text,
	name text, kind text, channel text,
	primary key (atlas, id)
);
create table position (atlas text, id text, x double precision, y double precision, primary key (atlas, id));

create table holds (
	atlas text, persona text, value text, weight integer, evidence text, primary key (atlas, persona, value)
);
create table has (
	atlas text, persona text, need text, importance integer, evidence text, primary key (atlas, persona, need)
);
-- chooser: the id of the persona or the need that prefers the channel.
create table prefers (
	atlas text, chooser text, channel text, rank integer, evidence text, primary key (atlas, chooser, channel)
);
create table fulfils (atlas text, product text, need text, evidence text, primary key (atlas, product, need));
create table delivers (
	atlas text, product text, channel text, status text, evidence text, primary key (atlas, product, channel)
);

-- What each pair of a persona and her need weighs and where it wants to be served: one row for each preferred channel,
-- one row without a channel where there is none. The need's own preferences count where it has any, else the persona's;
-- ranks are taken densely from 1.
create view demand as
with preference as (
	select atlas, chooser, channel, dense_rank() over (partition by atlas, chooser order by rank)::integer as rank
	from prefers
), own as (
	select distinct atlas, chooser from prefers
)
select has.atlas, has.persona, has.need, coalesce(persona.share, 1) * has.importance as weight,
	preference.channel, preference.rank
from has
join persona on persona.atlas = has.atlas and persona.id = has.persona
left join own on own.atlas = has.atlas and own.chooser = has.need
left join preference on preference.atlas = has.atlas and preference.chooser = coalesce(own.chooser, has.persona);

-- The products that answer a need and are delivered on a channel. Lens today: live and retiring; plan: live and planned.
create view supply as
select delivers.atlas, lens.lens, fulfils.need, delivers.channel, delivers.product
from delivers
join fulfils on fulfils.atlas = delivers.atlas and fulfils.product = delivers.product
join (values ('today', 'live'), ('today', 'retiring'), ('plan', 'live'), ('plan', 'planned')) lens (lens, status)
	on lens.status = delivers.status;

-- How each pair is served in each lens; best_rank is the smallest rank of its preferred channels that have supply.
create view pair_status as
with answered as (
	select distinct atlas, need from fulfils
), supplied as (
	select distinct atlas, lens, need, channel from supply
), delivered as (
	select distinct atlas, lens, need from supply
), best as (
	select demand.atlas, lens.lens, demand.persona, demand.need, demand.weight,
		bool_or(demand.channel is not null) as has_preference,
		min(demand.rank) filter (where supplied.channel is not null) as best_rank
	from demand
	cross join (values ('today'), ('plan')) lens (lens)
	left join supplied on supplied.atlas = demand.atlas and supplied.lens = lens.lens
		and supplied.need = demand.need and supplied.channel = demand.channel
	group by demand.atlas, lens.lens, demand.persona, demand.need, demand.weight
)
select best.atlas, best.lens, best.persona, best.need, best.weight,
	case
		when answered.need is null then 'unmet'
		when not best.has_preference then 'unknown'
		when delivered.need is null then 'undelivered'
		when best.best_rank is null then 'off'
		when best.best_rank > 1 then 'second'
		else 'first'
	end as status,
	best.best_rank
from best
left join answered on answered.atlas = best.atlas and answered.need = best.need
left join delivered on delivered.atlas = best.atlas and delivered.lens = best.lens and delivered.need = best.need;
