package fr.ptce.candidature.importation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.ptce.annuaire.Region;
import fr.ptce.annuaire.Regions;
import fr.ptce.candidature.ChampDuDossier;
import fr.ptce.formulaire.Champ;
import fr.ptce.formulaire.ErreurDeChamp;
import fr.ptce.formulaire.Formulaire;
import fr.ptce.formulaire.Formulaires;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gives each row its verdict, with the limits of the form of the porteurs; knows nothing of the other rows. */
@Component
class ControleDesLignes {

    private final Regions regions;
    private final Formulaire formulaire;
    /** By field: what people write (reduced), and the id of the option. */
    private final Map<String, Map<String, String>> options;

    ControleDesLignes(Regions regions, Formulaires formulaires, ObjectMapper json) throws JsonProcessingException {
        this.regions = regions;
        this.formulaire = formulaires.lire("candidature/depot-candidature.form");
        this.options = options(json.readTree(formulaire.texteJson()));
    }

    private static Map<String, Map<String, String>> options(JsonNode schema) {
        Map<String, Map<String, String>> parChamp = new HashMap<>();
        for (JsonNode composant : schema.findParents("key")) {
            Map<String, String> ids = new HashMap<>();
            composant.path("values").forEach(option -> {
                String id = option.path("value").asText();
                ids.put(Ecriture.reduite(option.path("label").asText()), id);
                ids.put(Ecriture.reduite(id), id);
            });
            parChamp.put(composant.path("key").asText(), ids);
        }
        return parChamp;
    }

    /** @param decoupage map of the regions of the campaign: 2012 or 2016 */
    LigneControlee controler(Tableau.Ligne ligne, int decoupage) {
        return new Controle(ligne, decoupage).conclure();
    }

    /** The check of one row. */
    private final class Controle {

        private final Tableau.Ligne ligne;
        private final int decoupage;
        private final Map<String, Object> champs = new LinkedHashMap<>();
        private final List<String> corrections = new ArrayList<>();
        private final List<String> remarques = new ArrayList<>();
        private final List<String> refus = new ArrayList<>();

        Controle(Tableau.Ligne ligne, int decoupage) {
            this.ligne = ligne;
            this.decoupage = decoupage;
        }

        LigneControlee conclure() {
            boolean nommee = lireLesNoms();
            String saisie = ligne.texte("region");
            Optional<Region> region = regions.reconnaitre(saisie);
            lireLesAutres();
            if (!nommee) {
                return verdict(
                        Verdict.NOM_MANQUANT, region, "Ni l’initiative ni la structure porteuse ne sont nommées.");
            }
            if (region.filter(r -> regions.decoupage(decoupage).contains(r)).isEmpty()) {
                return verdict(Verdict.REGION_INCONNUE, Optional.empty(), raison(saisie, region));
            }
            noterLaRegion(saisie, region.get());
            refuserSelonLeFormulaire();
            if (!refus.isEmpty()) {
                return verdict(Verdict.CHAMP_INVALIDE, region, String.join(" ", refus));
            }
            Verdict accepte = corrections.isEmpty() ? Verdict.ACCEPTEE : Verdict.NORMALISEE;
            remarques.addAll(0, corrections);
            return verdict(accepte, region, remarques.isEmpty() ? null : String.join(" ", remarques));
        }

        private boolean lireLesNoms() {
            String initiative = ligne.texte("initiative");
            String structure = ligne.texte("structure_porteuse");
            boolean sansInitiative = Ecriture.reduite(initiative).isEmpty();
            boolean sansStructure = Ecriture.reduite(structure).isEmpty();
            poser("initiative", sansInitiative ? structure : initiative);
            poser("structure", sansStructure ? null : structure);
            if (sansInitiative && !sansStructure) {
                remarques.add("Initiative sans nom : celui de la structure est repris.");
            }
            return !sansInitiative || !sansStructure;
        }

        private void lireLesAutres() {
            Stream.of(ChampDuDossier.values()).forEach(this::lire);
            if (ligne.enTrop() > 0) {
                refus.add("La ligne a plus de cellules que l’en-tête : un séparateur est peut-être de trop.");
            }
        }

        private void lire(ChampDuDossier champ) {
            if (champ == ChampDuDossier.CODE_POSTAL) {
                lireLeCodePostal();
            } else if (champ != ChampDuDossier.INITIATIVE && champ != ChampDuDossier.STRUCTURE) {
                switch (champ.genre()) {
                    case TEXTE -> poser(champ.cle(), ligne.texte(champ.colonneDImport()));
                    case CHOIX -> choisir(champ).ifPresent(id -> champs.put(champ.cle(), id));
                    case LISTE -> lireLaListe(champ);
                    case NOMBRE -> lireLeNombre(champ);
                }
            }
        }

        private void poser(String champ, String valeur) {
            if (valeur != null) {
                champs.put(champ, valeur);
            }
        }

        /** Spreadsheets take "01000" for a number. */
        private void lireLeCodePostal() {
            String saisi = ligne.texte("code_postal");
            if (saisi != null && saisi.matches("[0-9]{4}")) {
                corrections.add("Code postal « " + saisi + " » lu comme « 0" + saisi + " ».");
                saisi = "0" + saisi;
            }
            poser("code_postal", saisi);
        }

        private void lireLeNombre(ChampDuDossier champ) {
            String saisi = ligne.texte(champ.colonneDImport());
            if (saisi == null) {
                return;
            }
            if (saisi.matches("[0-9]{1,9}")) {
                champs.put(champ.cle(), Integer.valueOf(saisi));
            } else {
                refus.add(libelle(champ) + "\u00a0: «\u00a0" + court(saisi) + "\u00a0» n’est pas un nombre entier.");
            }
        }

        private void lireLaListe(ChampDuDossier champ) {
            String saisis = ligne.texte(champ.colonneDImport());
            if (saisis == null) {
                return;
            }
            List<String> ids = new ArrayList<>();
            for (String saisi : saisis.split("[,;|]", -1)) {
                if (!saisi.isBlank()) {
                    option(champ, saisi).filter(id -> !ids.contains(id)).ifPresent(ids::add);
                }
            }
            champs.put(champ.cle(), ids);
        }

        private Optional<String> choisir(ChampDuDossier champ) {
            String saisi = ligne.texte(champ.colonneDImport());
            return saisi == null ? Optional.empty() : option(champ, saisi);
        }

        private Optional<String> option(ChampDuDossier champ, String saisi) {
            Optional<String> id = Optional.ofNullable(options.get(champ.cle()).get(Ecriture.reduite(saisi)));
            if (id.isEmpty()) {
                refus.add(libelle(champ) + "\u00a0: «\u00a0" + court(saisi.strip())
                        + "\u00a0» n’est pas une valeur connue.");
            }
            return id;
        }

        private String libelle(ChampDuDossier champ) {
            return formulaire.champs().stream()
                    .filter(question -> question.cle().equals(champ.cle()))
                    .map(Champ::libelle)
                    .findFirst()
                    .orElse(champ.cle());
        }

        private void noterLaRegion(String saisie, Region region) {
            String sansTypographie = saisie.replace('\'', '’');
            if (!sansTypographie.equals(region.nom())) {
                corrections.add("Région « " + court(saisie) + " » lue comme « " + region.nom() + " ».");
            }
        }

        private String raison(String saisie, Optional<Region> region) {
            if (saisie == null) {
                return "La région n’est pas indiquée.";
            }
            if (region.isEmpty()) {
                return "« " + court(saisie) + " » n’est pas une région connue.";
            }
            Region actuelle = regions.actuelle(region.get());
            String suite = decoupage >= 2016 && !actuelle.equals(region.get())
                    ? " ; elle fait aujourd’hui partie de « " + actuelle.nom() + " »"
                    : "";
            return "« " + region.get().nom() + " » n’est pas une région du découpage de " + decoupage
                    + ", celui de la campagne" + suite + ".";
        }

        private void refuserSelonLeFormulaire() {
            formulaire.validerPartiel(champs, Map.of()).stream()
                    .map(Controle::phrase)
                    .forEach(refus::add);
        }

        private static String phrase(ErreurDeChamp erreur) {
            return erreur.libelle() + " : " + erreur.message();
        }

        private LigneControlee verdict(Verdict verdict, Optional<Region> region, String message) {
            String code = region.map(Region::code).orElse(null);
            String cle = verdict.importable()
                    ? Ecriture.cle((String) champs.get("initiative"), (String) champs.get("structure"), code)
                    : null;
            return new LigneControlee(ligne.rang(), ligne.texte("region"), code, champs, verdict, message, cle);
        }

        private static String court(String texte) {
            return texte.length() <= 60 ? texte : texte.substring(0, 59) + "…";
        }
    }
}
