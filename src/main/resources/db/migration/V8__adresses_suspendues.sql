-- Addresses that are not written to any more.
create table adresse_suspendue (
  -- In lower case, an accented domain in its ASCII form.
  adresse varchar(254) primary key,
  -- Why, in French, without the address.
  motif varchar(300) not null,
  depuis timestamp with time zone not null
);

create index adresse_suspendue_par_date on adresse_suspendue (depuis);

-- Final: the server refused the recipient, or the address was suspended already.
alter table courriel drop constraint courriel_etat_connu;
alter table courriel add constraint courriel_etat_connu check (etat in ('envoi', 'envoye', 'echec', 'refuse'));

-- Address of the page where the reader sets how often they hear from us; null for none.
alter table courriel add column reglages varchar(500);
