package fr.ptce.delais;

import fr.ptce.delais.DelaisDesModeles.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The table of all durations, {@code delais/delais.yaml}: what each is worth, where it is applied and where it is said.
 *
 * @param delais the durations
 * @param dates dates of the models that somebody or something else sets: where they stand and their expression
 * @param sansRegle durations that texts say and nothing applies, by file: examples, estimates
 */
record TableDesDelais(List<Delai> delais, List<Application> dates, List<Phrase> sansRegle) {

    private static final String ECHEANCE = " dueDate";

    /**
     * One duration.
     *
     * @param soit another way of saying it, such as « 3 mois » for 91 days; null for none
     * @param suivi when it is looked at, for the same user tasks: their follow-up date; null for none
     * @param somme names of the durations that it is the sum of; empty for one that is applied as it is
     */
    record Delai(
            String id,
            Duree valeur,
            Duree soit,
            Duree suivi,
            List<String> somme,
            List<Application> applique,
            List<Phrase> dit) {

        /** Whether these words say it. */
        boolean estDitPar(Duree dite, boolean moinsUn) {
            return (moinsUn ? valeur.moinsUn() : valeur).memeQue(dite) || (soit != null && soit.memeQue(dite));
        }

        /** What the models must say for it, its follow-up dates too. */
        List<Attente> attentes() {
            return applique.stream()
                    .filter(Application::dansUnModele)
                    .flatMap(application -> {
                        Attente echeance = new Attente(application.lieu(), application.attendu(valeur), valeur);
                        return suivi == null || !application.lieu().endsWith(ECHEANCE)
                                ? Stream.of(echeance)
                                : Stream.of(echeance, application.dateDeSuivi(suivi));
                    })
                    .toList();
        }

        /** For messages: its name and its value. */
        String nom() {
            return id + " (" + valeur + (soit == null ? "" : ", soit " + soit) + ")";
        }

        /** For messages: what applies it. */
        String lieux() {
            return String.join(
                    ", ",
                    Stream.concat(applique.stream().map(Application::lieu), somme.stream())
                            .toList());
        }
    }

    /**
     * A place that applies a duration.
     *
     * @param lieu a file, an element and what it bears; a class and its constant; a file of settings and a key; or a file
     *     alone, whose text is searched
     * @param modele how the duration is written there, <code>{}</code> for its number; null for the usual way
     */
    record Application(String lieu, String modele) {

        static Application lire(String texte) {
            String[] parties = texte.split(" = ", 2);
            return new Application(parties[0], parties.length == 1 ? null : parties[1]);
        }

        boolean dansUnModele() {
            return lieu.matches("[^ ]+ [^ ]+ [^ ]+");
        }

        private Attente dateDeSuivi(Duree suivi) {
            Application date = new Application(lieu.replace(ECHEANCE, " followUpDate"), null);
            return new Attente(date.lieu(), date.attendu(suivi), suivi);
        }

        /** What must be written there. */
        String attendu(Duree valeur) {
            if (modele != null) {
                return modele.replace("{}", String.valueOf(valeur.nombre()))
                        .replace("{-1}", String.valueOf(valeur.nombre() - 1));
            }
            return switch (valeur.unite()) {
                case JOURS_OUVRES -> "${joursOuvres.echeance(" + valeur.nombre() + ", region)}";
                case JOURS -> "P" + valeur.nombre() + "D";
                case ANS -> "P" + valeur.nombre() + "Y";
                default -> throw new IllegalArgumentException("Say how " + lieu + " writes " + valeur);
            };
        }
    }

    /**
     * What a place of the models must say.
     *
     * @param lieu its name, a {@code *} for whatever stands there
     */
    record Attente(String lieu, String texte, Duree duree) {

        boolean de(Place place) {
            return place.nom().matches(Pattern.quote(lieu).replace("*", "\\E[^ ]*\\Q"));
        }
    }

    /** Words of a file around a duration, which <code>{}</code> stands for, or <code>{-1}</code> when it is one less. */
    record Phrase(String fichier, String avant, String apres, boolean moinsUn) {

        static Phrase lire(String fichier, String texte) {
            boolean moinsUn = texte.contains("{-1}");
            String[] parties = texte.split("\\{(-1)?}", 2);
            if (parties.length != 2) {
                throw new IllegalArgumentException("Where is the duration in « " + texte + " »?");
            }
            return new Phrase(fichier, parties[0], parties[1], moinsUn);
        }

        /** Whether the duration that stands there in the text is the one meant. */
        boolean designe(String texte, DureesDites.Dite dite) {
            return texte.startsWith(apres, dite.fin())
                    && texte.substring(0, dite.debut()).endsWith(avant);
        }

        String texte() {
            return avant + "…" + apres;
        }
    }

    /** What the models must say, dates that are set elsewhere too: these have no duration. */
    List<Attente> attentes() {
        return Stream.concat(
                        delais.stream().flatMap(delai -> delai.attentes().stream()),
                        dates.stream().map(date -> new Attente(date.lieu(), date.modele(), null)))
                .toList();
    }

    static TableDesDelais lire() {
        try (InputStream flux = TableDesDelais.class.getResourceAsStream("/delais/delais.yaml")) {
            LoaderOptions sansDoublon = new LoaderOptions();
            sansDoublon.setAllowDuplicateKeys(false);
            Map<String, Object> contenu = new Yaml(sansDoublon).load(flux);
            return new TableDesDelais(
                    objet(contenu.get("delais")).entrySet().stream()
                            .map(ligne -> delai(ligne.getKey(), objet(ligne.getValue())))
                            .toList(),
                    liste(contenu.get("dates")).map(Application::lire).toList(),
                    phrases(contenu.get("sans-regle")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Delai delai(String id, Map<String, Object> ligne) {
        if (!List.of("valeur", "soit", "suivi", "somme", "applique", "dit").containsAll(ligne.keySet())) {
            throw new IllegalArgumentException(id + ": unknown column among " + ligne.keySet());
        }
        return new Delai(
                id,
                duree(ligne.get("valeur")),
                duree(ligne.get("soit")),
                duree(ligne.get("suivi")),
                liste(ligne.get("somme")).toList(),
                liste(ligne.get("applique")).map(Application::lire).toList(),
                phrases(ligne.get("dit")));
    }

    private static Duree duree(Object texte) {
        return texte == null ? null : Duree.lire((String) texte);
    }

    private static List<Phrase> phrases(Object parFichier) {
        return parFichier == null
                ? List.of()
                : objet(parFichier).entrySet().stream()
                        .flatMap(ligne -> liste(ligne.getValue()).map(texte -> Phrase.lire(ligne.getKey(), texte)))
                        .toList();
    }

    private static Stream<String> liste(Object valeur) {
        if (valeur == null) {
            return Stream.empty();
        }
        return valeur instanceof List<?> liste ? liste.stream().map(String.class::cast) : Stream.of((String) valeur);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> objet(Object valeur) {
        return (Map<String, Object>) valeur;
    }
}
