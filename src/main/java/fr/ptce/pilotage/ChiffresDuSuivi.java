package fr.ptce.pilotage;

import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.base.Identifie;
import fr.ptce.base.Sql;
import fr.ptce.candidature.EtatDossier;
import fr.ptce.monographie.EtatDeMonographie;
import fr.ptce.moteur.Agent;
import fr.ptce.pilotage.CritereDuSuivi.Critere;
import fr.ptce.pilotage.Suivi.Attendu;
import fr.ptce.pilotage.Suivi.Courriels;
import fr.ptce.pilotage.Suivi.Etape;
import fr.ptce.pilotage.Suivi.EtatCompte;
import fr.ptce.pilotage.Suivi.RegionEngagee;
import fr.ptce.pilotage.Suivi.Taches;
import fr.ptce.pilotage.Suivi.Territoire;
import java.text.Collator;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts for the dashboard: nine statements and two questions to the engine, whatever there is to count. */
@Repository
class ChiffresDuSuivi {

    private static final int ATTENDUS = 10;

    /** Steps one by one, as rows of sums; with a sign before what is counted. */
    private static final String UNE_PAR_UNE = """
            select f.processus, f.element, f.nom, f.jours, %1$s1, %1$scase when f.retard then 1 else 0 end,
              %1$scase when f.prevus is null then 0 else 1 end, %1$scoalesce(f.prevus, 0),
              case when f.mois >= :du then 1 else 0 end
            from etape_franchie f where\s""";

    private final JdbcClient jdbc;
    private final CritereDuSuivi criteres;
    private final ClotureDesChiffres cloture;
    private final SeuilsDeRetard seuils;
    private final Attendus attendus;
    private final Processus processus;
    private final Regions regions;

    ChiffresDuSuivi(
            JdbcClient jdbc,
            CritereDuSuivi criteres,
            ClotureDesChiffres cloture,
            SeuilsDeRetard seuils,
            Attendus attendus,
            Processus processus,
            Regions regions) {
        this.jdbc = jdbc;
        this.criteres = criteres;
        this.cloture = cloture;
        this.seuils = seuils;
        this.attendus = attendus;
        this.processus = processus;
        this.regions = regions;
    }

    /** The dossiers of a region in one state. */
    private record Comptage(String region, EtatDossier etat, long nombre, long avant, Instant plusAncien) {}

    /** @param auMoins late tasks, by the working days that they are late at least */
    private record Ouvertes(String region, long nombre, Map<TrancheDeRetard, Long> auMoins) {}

    @Transactional(readOnly = true)
    Suivi compter(Agent agent, FiltreDuSuivi filtre) {
        int clos = cloture.dernierMoisClos();
        List<Comptage> dossiers = dossiers(agent, filtre);
        List<Ouvertes> ouvertes = ouvertes(agent, filtre);
        Map<String, Integer> annees = new HashMap<>();
        List<RegionEngagee> engagees = experimentation(agent, filtre, annees);
        return new Suivi(
                parEtat(dossiers),
                territoires(filtre, dossiers, ouvertes),
                taches(ouvertes),
                attendus(agent, filtre),
                etapes(agent, filtre, clos),
                engagees,
                annees.get("annee"),
                monographies(agent, filtre),
                courriels(agent, filtre, clos));
    }

    private List<Comptage> dossiers(Agent agent, FiltreDuSuivi filtre) {
        Critere critere = criteres.dossiers(agent, filtre);
        return jdbc.sql("""
                        select d.region, d.etat, count(*) filter (where d.depose_le >= :depuis) as nombre,
                          count(*) filter (where d.depose_le < :depuis) as avant,
                          min(d.depose_le) filter (where d.depose_le >= :depuis) as plus_ancien
                        from dossier d
                        where d.depose_le >= :avant and d.depose_le < :jusqua and\s""" + critere.condition() + " group by d.region, d.etat")
                .params(critere.parametres())
                .param("depuis", enBase(filtre.periode().depuis()))
                .param("avant", enBase(avant(filtre).depuis()))
                .param("jusqua", enBase(filtre.periode().jusqua()))
                .query((r, rang) -> new Comptage(
                        r.getString("region"),
                        EtatDossier.de(r.getString("etat")),
                        r.getLong("nombre"),
                        r.getLong("avant"),
                        Sql.instant(r, "plus_ancien")))
                .list();
    }

    private List<Ouvertes> ouvertes(Agent agent, FiltreDuSuivi filtre) {
        Critere critere = criteres.taches(agent, filtre);
        StringBuilder requete = new StringBuilder("select coalesce(t.region, 'FR') as region, count(*) as nombre");
        Map<String, Object> instants = new HashMap<>();
        for (TrancheDeRetard tranche : TrancheDeRetard.values()) {
            requete.append(", count(*) filter (where t.echeance < :")
                    .append(tranche.name())
                    .append(") as ")
                    .append(tranche.name());
            instants.put(tranche.name(), enBase(seuils.avant(tranche.depuis())));
        }
        requete.append(" from tache_suivie t where ")
                .append(critere.condition())
                .append(" group by coalesce(t.region, 'FR')");
        return jdbc.sql(requete.toString())
                .params(critere.parametres())
                .params(instants)
                .query((r, rang) -> {
                    Map<TrancheDeRetard, Long> auMoins = new EnumMap<>(TrancheDeRetard.class);
                    for (TrancheDeRetard tranche : TrancheDeRetard.values()) {
                        auMoins.put(tranche, r.getLong(tranche.name()));
                    }
                    return new Ouvertes(r.getString("region"), r.getLong("nombre"), auMoins);
                })
                .list();
    }

    private static Taches taches(List<Ouvertes> ouvertes) {
        Map<TrancheDeRetard, Long> tranches = new EnumMap<>(TrancheDeRetard.class);
        for (TrancheDeRetard tranche : TrancheDeRetard.values()) {
            tranches.put(
                    tranche,
                    auMoins(ouvertes, tranche)
                            - tranche.suivante()
                                    .map(suivante -> auMoins(ouvertes, suivante))
                                    .orElse(0L));
        }
        return new Taches(ouvertes.stream().mapToLong(Ouvertes::nombre).sum(), tranches);
    }

    private static long auMoins(List<Ouvertes> ouvertes, TrancheDeRetard tranche) {
        return ouvertes.stream()
                .mapToLong(region -> region.auMoins().get(tranche))
                .sum();
    }

    private static List<EtatCompte> parEtat(List<Comptage> dossiers) {
        return Stream.of(EtatDossier.values())
                .map(etat -> {
                    List<Comptage> siens =
                            dossiers.stream().filter(d -> d.etat() == etat).toList();
                    return new EtatCompte(
                            etat,
                            siens.stream().mapToLong(Comptage::nombre).sum(),
                            siens.stream().mapToLong(Comptage::avant).sum(),
                            siens.stream()
                                    .map(Comptage::plusAncien)
                                    .filter(Objects::nonNull)
                                    .min(Comparator.naturalOrder())
                                    .orElse(null));
                })
                .toList();
    }

    private List<Territoire> territoires(FiltreDuSuivi filtre, List<Comptage> dossiers, List<Ouvertes> ouvertes) {
        Map<String, long[]> parRegion = new HashMap<>();
        for (Comptage d : dossiers) {
            long[] ligne = parRegion.computeIfAbsent(territoire(filtre, d.region()), code -> new long[4]);
            ligne[0] += d.nombre();
            ligne[1] += d.etat().terminal() ? 0 : d.nombre();
            ligne[2] += d.etat() == EtatDossier.RETENU ? d.nombre() : 0;
        }
        for (Ouvertes o : ouvertes) {
            parRegion.computeIfAbsent(territoire(filtre, o.region()), code -> new long[4])[3] +=
                    o.auMoins().get(TrancheDeRetard.MOINS_DE_3);
        }
        return parRegion.entrySet().stream()
                .map(e -> new Territoire(
                        e.getKey(),
                        regions.parCode(e.getKey()).nom(),
                        e.getValue()[0],
                        e.getValue()[1],
                        e.getValue()[2],
                        e.getValue()[3]))
                .filter(t -> t.deposes() + t.enRetard() > 0)
                .sorted(Comparator.comparing(Territoire::nom, Collator.getInstance(Locale.FRENCH)))
                .toList();
    }

    private String territoire(FiltreDuSuivi filtre, String code) {
        Region region = regions.parCode(regions.existe(code) ? code : Regions.FRANCE);
        return regions.dans(filtre.decoupage(), region).code();
    }

    private List<Attendu> attendus(Agent agent, FiltreDuSuivi filtre) {
        Critere critere = criteres.taches(agent, filtre);
        List<Attendu> lignes = jdbc.sql("select a.cle, count(*) as nombre,"
                        + " count(*) filter (where a.echeance < :maintenant) as retards, min(a.creee_le) as depuis from (select "
                        + Attendus.CLE + " as cle, t.echeance, t.creee_le from tache_suivie t where "
                        + critere.condition() + ") a group by a.cle order by retards desc, nombre desc, a.cle limit "
                        + ATTENDUS)
                .params(critere.parametres())
                .param("maintenant", enBase(seuils.avant(0)))
                .query((r, rang) -> new Attendu(
                        r.getString("cle"), null, r.getLong("nombre"), r.getLong("retards"), Sql.instant(r, "depuis")))
                .list();
        Map<String, String> noms =
                attendus.noms(lignes.stream().map(Attendu::cle).toList());
        return lignes.stream()
                .map(ligne -> new Attendu(
                        ligne.cle(), noms.get(ligne.cle()), ligne.taches(), ligne.enRetard(), ligne.depuis()))
                .toList();
    }

    private List<Etape> etapes(Agent agent, FiltreDuSuivi filtre, int clos) {
        Critere sommes = criteres.sommes(agent, filtre);
        Map<List<String>, Map<Boolean, DureesDesEtapes>> durees = new LinkedHashMap<>();
        Map<List<String>, String> noms = new HashMap<>();
        jdbc.sql("""
                        select e.processus, e.element, max(e.nom) as nom, e.jours, e.actuel, sum(e.nombre) as nombre,
                          sum(e.retards) as retards, sum(e.avec_echeance) as avec_echeance, sum(e.prevus) as prevus
                        from (select f.processus, f.element, f.nom, f.jours, f.nombre, f.retards, f.avec_echeance, f.prevus,
                            case when f.mois >= :du then 1 else 0 end as actuel
                          from etapes_du_mois f where f.theme = :theme and f.mois between :avant and :au and\s""" + sommes.condition() + " union all " + UNE_PAR_UNE.formatted("")
                        + "f.mois > :clos and coalesce(f.dossier, '-') not" + CritereDuSuivi.EN_CONFLIT
                        + uneParUne(sommes, filtre)
                        + " union all " + UNE_PAR_UNE.formatted("-")
                        + "f.mois <= :clos and f.dossier" + CritereDuSuivi.EN_CONFLIT + uneParUne(sommes, filtre)
                        + ") e group by e.processus, e.element, e.jours, e.actuel")
                .params(sommes.parametres())
                .params(mois(filtre, clos))
                .query(r -> {
                    List<String> etape = List.of(r.getString("processus"), r.getString("element"));
                    noms.put(etape, r.getString("nom"));
                    durees.computeIfAbsent(etape, cle -> new HashMap<>())
                            .computeIfAbsent(r.getInt("actuel") == 1, cle -> new DureesDesEtapes())
                            .ajouter(
                                    r.getInt("jours"),
                                    r.getLong("nombre"),
                                    r.getLong("retards"),
                                    r.getLong("avec_echeance"),
                                    r.getLong("prevus"));
                });
        Map<String, String> nomsDesProcessus = processus.noms();
        List<Etape> etapes = new ArrayList<>();
        durees.forEach((cle, parPeriode) -> {
            DureesDesEtapes actuelles = parPeriode.get(true);
            if (actuelles != null && actuelles.nombre() > 0) {
                etapes.add(etape(cle, noms.get(cle), nomsDesProcessus, actuelles, parPeriode.get(false)));
            }
        });
        etapes.sort(Comparator.comparingInt(Etape::mediane)
                .thenComparingInt(Etape::neufDixiemes)
                .thenComparingLong(Etape::nombre)
                .reversed());
        return etapes;
    }

    private static String uneParUne(Critere sommes, FiltreDuSuivi filtre) {
        return " and f.mois between :avant and :au and " + sommes.condition() + " and "
                + ClotureDesChiffres.duTheme("f.themes", CritereDuSuivi.theme(filtre));
    }

    private static Etape etape(
            List<String> cle,
            String nom,
            Map<String, String> nomsDesProcessus,
            DureesDesEtapes durees,
            DureesDesEtapes avant) {
        return new Etape(
                cle.get(0),
                nomsDesProcessus.getOrDefault(cle.get(0), cle.get(0)),
                cle.get(1),
                nom,
                durees.nombre(),
                durees.quantile(50),
                durees.quantile(90),
                durees.prevus(),
                durees.retards(),
                durees.avecEcheance(),
                avant == null ? null : avant.quantile(50));
    }

    private List<RegionEngagee> experimentation(Agent agent, FiltreDuSuivi filtre, Map<String, Integer> annee) {
        Critere critere = criteres.experimentation(agent, filtre);
        return jdbc
                .sql("""
                        select r.region, r.annee, count(p.id) filter (where p.etat <> 'abandonne') as projets,
                          count(p.id) filter (where p.etat = 'clos') as clos
                        from accompagnement_regional r left join accompagnement_projet p on p.regional = r.id and\s"""
                        + CritereDuSuivi.PROJET_SANS_CONFLIT + """
                         where r.annee = (select max(annee) from accompagnement_regional) and\s""" + critere.condition()
                        + " group by r.region, r.annee")
                .params(critere.parametres())
                .query((r, rang) -> {
                    annee.put("annee", r.getInt("annee"));
                    return new RegionEngagee(
                            r.getString("region"),
                            regions.parCode(r.getString("region")).nom(),
                            r.getLong("projets"),
                            r.getLong("clos"));
                })
                .list()
                .stream()
                .sorted(Comparator.comparing(RegionEngagee::nom, Collator.getInstance(Locale.FRENCH)))
                .toList();
    }

    private Map<EtatDeMonographie, Long> monographies(Agent agent, FiltreDuSuivi filtre) {
        Critere critere = criteres.monographies(agent, filtre);
        Map<EtatDeMonographie, Long> nombres = new EnumMap<>(EtatDeMonographie.class);
        jdbc.sql("select m.etat, count(*) as nombre from monographie m where m.ouverte_le >= :depuis"
                        + " and m.ouverte_le < :jusqua and " + critere.condition() + " group by m.etat")
                .params(critere.parametres())
                .param("depuis", enBase(filtre.periode().depuis()))
                .param("jusqua", enBase(filtre.periode().jusqua()))
                .query(r -> {
                    nombres.put(Identifie.de(EtatDeMonographie.class, r.getString("etat")), r.getLong("nombre"));
                });
        return nombres;
    }

    private Courriels courriels(Agent agent, FiltreDuSuivi filtre, int clos) {
        Critere critere = criteres.courriels(agent, filtre);
        Map<String, Long> autres = new HashMap<>();
        jdbc.sql("select c.etat, count(*) as nombre from courriel c left join dossier d on d.numero = c.dossier"
                        + " where c.etat in ('envoi', 'echec', 'refuse') and c.cree_le >= :depuis and c.cree_le < :jusqua and "
                        + critere.condition() + " group by c.etat")
                .params(critere.parametres())
                .param("depuis", enBase(filtre.periode().depuis()))
                .param("jusqua", enBase(filtre.periode().jusqua()))
                .query(r -> {
                    autres.put(r.getString("etat"), r.getLong("nombre"));
                });
        return new Courriels(
                envoyes(agent, filtre, critere, clos),
                autres.getOrDefault("echec", 0L),
                autres.getOrDefault("refuse", 0L),
                autres.getOrDefault("envoi", 0L));
    }

    /** Those of closed months are a sum, without those of dossiers in conflict; the others are counted. */
    private long envoyes(Agent agent, FiltreDuSuivi filtre, Critere critere, int clos) {
        Critere sommes = criteres.sommes(agent, filtre);
        Critere retires = criteres.courrielsEnConflit(agent, filtre);
        Instant depuis = filtre.periode().depuis();
        Instant ouvert =
                clos == 0 ? depuis : plusTard(depuis, Mois.debut(Mois.de(clos).plusMonths(1)));
        String envoyes = "(select count(*) from courriel c left join dossier d on d.numero = c.dossier where ";
        return jdbc.sql("select coalesce((select sum(f.envoyes) from courriels_du_mois f where f.theme = :theme"
                        + " and f.mois between :du and :au and " + sommes.condition() + "), 0) + " + envoyes
                        + "c.envoye_le >= :ouvert and c.envoye_le < :jusqua and " + critere.condition() + ") - "
                        + envoyes
                        + "c.envoye_le >= :depuis and c.envoye_le < :ouvert and c.envoye_le < :jusqua and "
                        + retires.condition() + ")")
                .params(sommes.parametres())
                .params(critere.parametres())
                .params(retires.parametres())
                .param("du", Mois.numero(filtre.periode().du()))
                .param("au", Mois.numero(filtre.periode().au()))
                .param("depuis", enBase(depuis))
                .param("ouvert", enBase(ouvert))
                .param("jusqua", enBase(filtre.periode().jusqua()))
                .query(Long.class)
                .single();
    }

    private static Instant plusTard(Instant un, Instant autre) {
        return un.isAfter(autre) ? un : autre;
    }

    private static Map<String, Object> mois(FiltreDuSuivi filtre, int clos) {
        return Map.of(
                "clos", clos,
                "avant", Mois.numero(avant(filtre).du()),
                "du", Mois.numero(filtre.periode().du()),
                "au", Mois.numero(filtre.periode().au()));
    }

    /** The period that is compared with; the period itself when there is nothing before it. */
    private static Periode avant(FiltreDuSuivi filtre) {
        return filtre.periode().entiere() ? filtre.periode() : filtre.periode().precedente();
    }

    private static OffsetDateTime enBase(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
