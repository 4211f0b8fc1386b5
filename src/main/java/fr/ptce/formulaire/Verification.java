package fr.ptce.formulaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One submission against one form. */
final class Verification {

    static final int LIGNES_MAX = 200;
    private static final int CLE_CITEE_MAX = 60;

    private final RegleDeChamp regles;
    private final boolean partielle;
    private final List<ErreurDeChamp> erreurs = new ArrayList<>();
    private final Map<String, Object> retenues;

    Verification(
            List<Noeud> noeuds,
            Map<String, Object> soumission,
            Map<String, Object> contexte,
            RegleDeChamp regles,
            boolean partielle) {
        this.regles = regles;
        this.partielle = partielle;
        Map<String, Object> base = Valeurs.simples(contexte);
        this.retenues = verifier(noeuds, Valeurs.simples(soumission), base, base, new Place("", ""));
    }

    List<ErreurDeChamp> erreurs() {
        return List.copyOf(erreurs);
    }

    Map<String, Object> retenues() {
        return retenues;
    }

    /** Where the fields stand: nothing at the top, the row of a list otherwise. */
    private record Place(String cle, String libelle) {

        Place ligne(Noeud liste, int rang) {
            return new Place(
                    cle + liste.cle() + "[" + rang + "].",
                    libelle + liste.libelle() + ", ligne " + (rang + 1) + "\u00a0: ");
        }
    }

    /**
     * @param contexte what expressions see beside the fields
     * @param initiales what the fields of this place held before
     * @return what is to be kept
     */
    private Map<String, Object> verifier(
            List<Noeud> noeuds,
            Map<String, Object> brutes,
            Map<String, Object> contexte,
            Map<String, Object> initiales,
            Place place) {
        Map<String, Object> soumises = structurer(noeuds, brutes);
        Map<String, Object> vue = vue(noeuds, soumises, contexte);
        Map<String, Object> gardees = new LinkedHashMap<>();
        for (Noeud noeud : noeuds) {
            Object valeur = Valeurs.lire(soumises, noeud.chemin());
            if (noeud.masques().stream().anyMatch(masque -> Expressions.estVrai(masque, vue))) {
                refuserSiRempli(noeud, valeur, place);
                Valeurs.poser(vue, noeud.chemin(), null);
            } else if (estFige(noeud, vue)) {
                refuserSiChange(noeud, valeur, vue, initiales, place);
            } else {
                garder(noeud, soumises, gardees, verifierLaValeur(noeud, valeur, vue, initiales, place));
            }
        }
        refuserLesInconnus(noeuds, soumises, List.of(), place);
        return gardees;
    }

    private static void garder(Noeud noeud, Map<String, Object> soumises, Map<String, Object> gardees, Object valeur) {
        if (Valeurs.contient(soumises, noeud.chemin())) {
            Valeurs.poser(gardees, noeud.chemin(), valeur);
        }
    }

    /** Texts of numbers, lists and groups become what they say. */
    private static Map<String, Object> structurer(List<Noeud> noeuds, Map<String, Object> brutes) {
        Map<String, Object> soumises = new LinkedHashMap<>(brutes);
        for (Noeud noeud : noeuds) {
            String racine = noeud.chemin().get(0);
            if (noeud.chemin().size() > 1) {
                soumises.computeIfPresent(racine, (cle, groupe) -> Valeurs.structure(groupe));
            }
            if (Valeurs.contient(soumises, noeud.chemin())) {
                Valeurs.poser(soumises, noeud.chemin(), lue(noeud, Valeurs.lire(soumises, noeud.chemin())));
            }
        }
        return soumises;
    }

    private static Object lue(Noeud noeud, Object brute) {
        Object valeur = Valeurs.simple(brute);
        if (noeud.estUnNombre() && !noeud.schema().path("serializeToString").asBoolean()) {
            boolean ambigu = noeud.estUnEntier() && valeur instanceof String texte && Valeurs.aDesDecimales(texte);
            return ambigu ? valeur : Valeurs.nombre(valeur);
        }
        if (noeud.estUnTexte() && valeur instanceof String texte && texte.length() <= RegleDeChamp.TEXTE_MAX) {
            boolean codePostal = noeud.propriete("genre").filter("code-postal"::equals).isPresent();
            return codePostal ? Blancs.tousRetires(texte) : Blancs.retires(texte);
        }
        return noeud.estUneListe() || noeud.estUnChoixMultiple() ? Valeurs.structure(valeur) : valeur;
    }

    /** An absent field that can be edited counts as empty: a condition must not be fed with a stale variable. */
    private static Map<String, Object> vue(
            List<Noeud> noeuds, Map<String, Object> soumises, Map<String, Object> contexte) {
        Map<String, Object> vue = new LinkedHashMap<>(contexte);
        for (Noeud noeud : noeuds) {
            if (!noeud.estCalcule() && !estFige(noeud, contexte)) {
                Valeurs.poser(vue, noeud.chemin(), Valeurs.lire(soumises, noeud.chemin()));
            }
        }
        return vue;
    }

    private static boolean estFige(Noeud noeud, Map<String, Object> vue) {
        return noeud.estCalcule()
                || vrai(noeud.schema().path("readonly"), vue)
                || vrai(noeud.schema().path("disabled"), vue);
    }

    private static boolean vrai(JsonNode propriete, Map<String, Object> vue) {
        String texte = propriete.textValue();
        return Expressions.estUneExpression(texte) ? Expressions.estVrai(texte, vue) : propriete.asBoolean(false);
    }

    private void refuserSiRempli(Noeud noeud, Object valeur, Place place) {
        if (!Valeurs.sansContenu(valeur)) {
            refuser(noeud, place, "Ce champ n’est pas demandé ici\u00a0: laissez-le vide.");
        }
    }

    private void refuserSiChange(
            Noeud noeud, Object valeur, Map<String, Object> vue, Map<String, Object> initiales, Place place) {
        if (Valeurs.sansContenu(valeur)) {
            return;
        }
        Object attendue = noeud.estCalcule()
                ? Expressions.evaluer(noeud.schema().path("expression").asText(), vue)
                        .orElse(null)
                : initiale(noeud, initiales);
        if (attendue instanceof String texte && noeud.estUnTexte()) {
            attendue = Blancs.retires(texte);
        }
        if (!Valeurs.memeValeur(valeur, attendue)) {
            refuser(noeud, place, "Ce champ ne peut pas être modifié.");
        }
    }

    private static Object initiale(Noeud noeud, Map<String, Object> initiales) {
        Object parDefaut = Valeurs.simple(noeud.schema().path("defaultValue"));
        return Valeurs.contient(initiales, noeud.chemin()) ? Valeurs.lire(initiales, noeud.chemin()) : parDefaut;
    }

    private Object verifierLaValeur(
            Noeud noeud, Object valeur, Map<String, Object> vue, Map<String, Object> initiales, Place place) {
        if (noeud.estUneListe()) {
            return verifierLesLignes(noeud, valeur, vue, initiales, place);
        }
        Optional<String> message = regles.refus(noeud, valeur, vue, partielle);
        message.ifPresent(texte -> refuser(noeud, place, texte));
        return valeur;
    }

    private Object verifierLesLignes(
            Noeud liste, Object valeur, Map<String, Object> vue, Map<String, Object> initiales, Place place) {
        if (!(Valeurs.estVide(valeur) || valeur instanceof Collection)) {
            refuser(liste, place, "Indiquez une liste.");
            return valeur;
        }
        List<Object> lignes = valeur instanceof Collection<?> collection ? new ArrayList<>(collection) : List.of();
        List<?> avant = Valeurs.lire(initiales, liste.chemin()) instanceof List<?> existantes ? existantes : List.of();
        if (!verifierLeNombreDeLignes(liste, lignes.size(), avant.size(), place)) {
            return valeur;
        }
        List<Object> gardees = new ArrayList<>();
        for (int rang = 0; rang < lignes.size(); rang++) {
            Object ligneAvant = rang < avant.size() ? avant.get(rang) : null;
            gardees.add(verifierLaLigne(liste, lignes.get(rang), ligneAvant, rang, vue, place));
        }
        return gardees;
    }

    private Object verifierLaLigne(
            Noeud liste, Object ligne, Object ligneAvant, int rang, Map<String, Object> vue, Place place) {
        Place saPlace = place.ligne(liste, rang);
        if (!(Valeurs.simple(ligne) instanceof Map<?, ?> brute)) {
            refuser(liste, place, "La ligne " + (rang + 1) + " est illisible.");
            return ligne;
        }
        Map<String, Object> valeurs = Valeurs.groupe(brute);
        Map<String, Object> contexte = new LinkedHashMap<>(vue);
        contexte.put("this", valeurs);
        contexte.put("parent", vue);
        contexte.put("i", List.of(rang + 1));
        Map<String, Object> avant = ligneAvant instanceof Map<?, ?> groupe ? Valeurs.groupe(groupe) : Map.of();
        return verifier(liste.lignes(), valeurs, contexte, avant, saPlace);
    }

    private boolean verifierLeNombreDeLignes(Noeud liste, int lignes, int avant, Place place) {
        int minimum = partielle ? 0 : minimum(liste);
        int maximum = liste.propriete("maxLignes").map(Integer::parseInt).orElse(LIGNES_MAX);
        if (lignes < minimum) {
            refuser(liste, place, "Remplissez au moins " + Textes.compte(minimum, "ligne") + ".");
        }
        if (lignes > maximum) {
            refuser(
                    liste,
                    place,
                    Textes.compte(maximum, "ligne") + " au maximum\u00a0; vous en avez saisi " + Textes.nombre(lignes)
                            + ".");
        }
        boolean figee = !liste.schema().path("allowAddRemove").asBoolean(true);
        int attendues =
                Math.max(avant, liste.schema().path("defaultRepetitions").asInt(1));
        if (figee && lignes > attendues) {
            refuser(liste, place, "Cette liste ne peut pas être allongée.");
        }
        return lignes <= maximum;
    }

    /** {@code minLignes}, a custom property: form-js has no rule for the number of rows. */
    private static int minimum(Noeud liste) {
        return liste.propriete("minLignes").map(Integer::parseInt).orElse(liste.obligatoire() ? 1 : 0);
    }

    private void refuserLesInconnus(List<Noeud> noeuds, Map<String, Object> valeurs, List<String> chemin, Place place) {
        for (Map.Entry<String, Object> entree : valeurs.entrySet()) {
            List<String> sien = new ArrayList<>(chemin);
            sien.add(entree.getKey());
            if (noeuds.stream().anyMatch(noeud -> noeud.chemin().equals(sien))) {
                continue;
            }
            boolean groupe = noeuds.stream().anyMatch(noeud -> commencePar(noeud.chemin(), sien));
            if (groupe && entree.getValue() instanceof Map<?, ?> contenu) {
                refuserLesInconnus(noeuds, Valeurs.groupe(contenu), sien, place);
            } else if (!groupe || !Valeurs.estVide(entree.getValue())) {
                refuserLInconnu(String.join(".", sien), place);
            }
        }
    }

    private static boolean commencePar(List<String> chemin, List<String> debut) {
        return chemin.size() > debut.size() && chemin.subList(0, debut.size()).equals(debut);
    }

    private void refuserLInconnu(String cle, Place place) {
        String citee = cle.length() > CLE_CITEE_MAX ? cle.substring(0, CLE_CITEE_MAX) + "…" : cle;
        erreurs.add(new ErreurDeChamp(
                place.cle() + citee, place.libelle() + citee, "Ce champ n’existe pas dans le formulaire."));
    }

    private void refuser(Noeud noeud, Place place, String message) {
        erreurs.add(new ErreurDeChamp(place.cle() + noeud.cle(), place.libelle() + noeud.libelle(), message));
    }
}
