-- The calendar of somebody's due dates, or of those of a region, by a secret address.
alter table lien_personnel drop constraint lien_personnel_emploi_connu;
alter table lien_personnel add constraint lien_personnel_emploi_connu
  check (emploi in ('suivi', 'tache', 'brouillon', 'mot-de-passe', 'agenda'));
create index tache_suivie_par_groupe on tache_suivie (groupes, echeance);
create index tache_suivie_par_region on tache_suivie (region, echeance);
