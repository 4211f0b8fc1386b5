-- What the pilots' dashboard counts. The figures of the past months are added up once, so that a page costs as much with
-- ten years behind it as with one.

-- A user task that somebody completed. It outlives the engine's history.
create table etape_franchie (
  tache varchar(64) primary key,
  processus varchar(100) not null,
  element varchar(100) not null,
  -- Name of the element in the diagram.
  nom varchar(255) not null,
  dossier varchar(80),
  -- Of the dossier, when the task was completed; 0 for a task of no call.
  campagne bigint not null,
  -- FR for a task of no region.
  region varchar(20) not null,
  -- Ids between commas, those at both ends too; a comma alone for none.
  themes varchar(402) not null,
  franchie_le timestamp with time zone not null,
  -- Month in Paris, such as 202611.
  mois integer not null,
  -- Working days that it took, 60 for 60 and more.
  jours integer not null,
  -- Working days until its due date; null when it had none.
  prevus integer,
  retard boolean not null
);
create index etape_franchie_par_mois on etape_franchie (mois, region);
create index etape_franchie_par_dossier on etape_franchie (dossier);
create index etape_franchie_par_element on etape_franchie (processus, element, jours);

-- Months whose figures are added up: all those up to the last one.
create table mois_clos (
  mois integer primary key,
  clos_le timestamp with time zone not null
);

-- theme: an id, `sans` for dossiers without any, `*` for all of them together.
create table etapes_du_mois (
  theme varchar(40) not null,
  mois integer not null,
  campagne bigint not null,
  region varchar(20) not null,
  processus varchar(100) not null,
  element varchar(100) not null,
  nom varchar(255) not null,
  jours integer not null,
  nombre integer not null,
  retards integer not null,
  -- How many had a due date, and the working days until then, added up.
  avec_echeance integer not null,
  prevus bigint not null
);
create index etapes_du_mois_lecture on etapes_du_mois (theme, mois, region);

create table courriels_du_mois (
  theme varchar(40) not null,
  mois integer not null,
  campagne bigint not null,
  region varchar(20) not null,
  envoyes integer not null
);
create index courriels_du_mois_lecture on courriels_du_mois (theme, mois, region);

create index courriel_par_envoi on courriel (envoye_le);
create index courriel_par_etat on courriel (etat, cree_le);
-- Holds all that is counted of a dossier, so that its long texts are not read.
create index dossier_suivi on dossier (region, etat, campagne, depose_le, numero, themes);
create index dossier_conflit on conflit_interets (utilisateur, dossier);
