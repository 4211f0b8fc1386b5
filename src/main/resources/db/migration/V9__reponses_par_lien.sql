-- What was answered to a task that somebody had a personal link to, as they see it again.
create table reponse_de_tache (
  tache varchar(64) primary key,
  dossier varchar(80),
  nom varchar(255) not null,
  repondue_le timestamp with time zone not null,
  -- Id of the agent who answered for the person; null when they did it by their link.
  par varchar(64),
  formulaire text not null,
  contenu text not null
);

create index reponse_de_tache_par_dossier on reponse_de_tache (dossier);

create table brouillon_de_tache (
  tache varchar(64) primary key,
  contenu text not null,
  enregistre_le timestamp with time zone not null
);

create index lien_personnel_par_cible on lien_personnel (cible);
