-- Sums of all themes, calls and regions together (theme `**`, campagne 0, region FR): who follows the whole country and
-- filters nothing reads these alone. Those of the months that are closed already:
insert into etapes_du_mois (theme, mois, campagne, region, processus, element, nom, jours, nombre, retards, avec_echeance,
  prevus)
select '**', mois, 0, 'FR', processus, element, max(nom), jours, sum(nombre), sum(retards), sum(avec_echeance), sum(prevus)
from etapes_du_mois where theme = '*' group by mois, processus, element, jours;

insert into courriels_du_mois (theme, mois, campagne, region, envoyes)
select '**', mois, 0, 'FR', sum(envoyes) from courriels_du_mois where theme = '*' group by mois;
