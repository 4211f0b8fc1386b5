package fr.ptce.candidature.importation;

import fr.ptce.candidature.ChampDuDossier;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads what spreadsheets write: semicolons or commas, UTF-8 (with or without a mark) or Windows-1252, quoted cells on
 * several lines, headers with capitals, accents and spaces.
 */
final class LecteurDeFichier {

    static final int LIGNES_MAXIMUM = 20_000;
    static final List<String> OBLIGATOIRES =
            List.of("region", ChampDuDossier.INITIATIVE.colonneDImport(), ChampDuDossier.STRUCTURE.colonneDImport());
    static final List<String> FACULTATIVES = Stream.of(ChampDuDossier.values())
            .map(ChampDuDossier::colonneDImport)
            .filter(colonne -> !OBLIGATOIRES.contains(colonne))
            .toList();

    private static final char MARQUE = '\uFEFF';
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private LecteurDeFichier() {}

    /** @throws FichierRefuse when it is too big, empty, no CSV, without a required column or with too many rows */
    static Tableau lire(byte[] contenu, int octetsMaximum) {
        if (contenu.length > octetsMaximum) {
            throw new FichierRefuse("Le fichier dépasse " + octetsMaximum / 1_000_000 + " Mo.");
        }
        String texte = texte(contenu);
        if (texte.isBlank()) {
            throw new FichierRefuse("Le fichier est vide.");
        }
        if (texte.indexOf('\0') >= 0 || texte.startsWith("PK\u0003\u0004") || texte.startsWith("%PDF")) {
            throw new FichierRefuse("Ce n’est pas un fichier CSV : dans votre tableur, enregistrez-le au format"
                    + " « CSV UTF-8 », puis envoyez-le de nouveau.");
        }
        return analyser(texte);
    }

    private static String texte(byte[] contenu) {
        String texte;
        try {
            texte = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(contenu))
                    .toString();
        } catch (CharacterCodingException e) {
            texte = new String(contenu, WINDOWS);
        }
        return texte.indexOf(MARQUE) == 0 ? texte.substring(1) : texte;
    }

    private static Tableau analyser(String texte) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separateur(texte))
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (CSVParser parseur = CSVParser.parse(new StringReader(texte), format)) {
            Iterator<CSVRecord> enregistrements = parseur.iterator();
            List<String> entetes = enregistrements.next().toList();
            List<String> colonnes =
                    entetes.stream().map(LecteurDeFichier::nomDeColonne).toList();
            verifier(colonnes);
            return new Tableau(ignorees(entetes, colonnes), lignes(enregistrements, colonnes));
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new FichierRefuse(
                    "Le fichier n’est pas un CSV lisible : vérifiez que chaque guillemet ouvert est refermé.", e);
        }
    }

    private static char separateur(String texte) {
        String entete = texte.lines().findFirst().orElse("");
        long points = entete.chars().filter(c -> c == ';').count();
        long virgules = entete.chars().filter(c -> c == ',').count();
        return virgules > points ? ',' : ';';
    }

    private static String nomDeColonne(String entete) {
        return Normalizer.normalize(entete, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("[\\s_-]+", "_");
    }

    private static void verifier(List<String> colonnes) {
        List<String> manquantes = OBLIGATOIRES.stream()
                .filter(colonne -> !colonnes.contains(colonne))
                .toList();
        if (!manquantes.isEmpty()) {
            throw new FichierRefuse((manquantes.size() == 1 ? "Il manque la colonne " : "Il manque les colonnes ")
                    + String.join(", ", manquantes)
                    + ". La première ligne doit nommer au moins les colonnes region, initiative et"
                    + " structure_porteuse, séparées par des points-virgules ou des virgules.");
        }
        Set<String> vues = new HashSet<>();
        colonnes.stream()
                .filter(colonne -> connue(colonne) && !vues.add(colonne))
                .findFirst()
                .ifPresent(colonne -> {
                    throw new FichierRefuse("La colonne " + colonne + " est présente deux fois.");
                });
    }

    private static boolean connue(String colonne) {
        return OBLIGATOIRES.contains(colonne) || FACULTATIVES.contains(colonne);
    }

    private static List<String> ignorees(List<String> entetes, List<String> colonnes) {
        List<String> ignorees = new ArrayList<>();
        for (int rang = 0; rang < entetes.size(); rang++) {
            if (!connue(colonnes.get(rang)) && !entetes.get(rang).isBlank()) {
                ignorees.add(entetes.get(rang).strip());
            }
        }
        return ignorees;
    }

    private static List<Tableau.Ligne> lignes(Iterator<CSVRecord> enregistrements, List<String> colonnes) {
        List<Tableau.Ligne> lignes = new ArrayList<>();
        int rang = 1;
        while (enregistrements.hasNext()) {
            CSVRecord enregistrement = enregistrements.next();
            rang++;
            boolean blanche =
                    enregistrement.size() == 1 && enregistrement.get(0).isBlank();
            if (blanche) {
                continue;
            }
            if (lignes.size() == LIGNES_MAXIMUM) {
                throw new FichierRefuse("Le fichier compte plus de 20 000 lignes : découpez-le.");
            }
            lignes.add(ligne(rang, enregistrement, colonnes));
        }
        if (lignes.isEmpty()) {
            throw new FichierRefuse("Le fichier ne contient aucune ligne sous les noms de colonnes.");
        }
        return lignes;
    }

    private static Tableau.Ligne ligne(int rang, CSVRecord enregistrement, List<String> colonnes) {
        Map<String, String> cellules = new LinkedHashMap<>();
        int enTrop = 0;
        for (int numero = 0; numero < enregistrement.size(); numero++) {
            String cellule = Normalizer.normalize(enregistrement.get(numero), Normalizer.Form.NFC)
                    .strip();
            if (cellule.isEmpty()) {
                continue;
            }
            if (numero >= colonnes.size()) {
                enTrop++;
            } else if (connue(colonnes.get(numero))) {
                cellules.put(colonnes.get(numero), cellule);
            }
        }
        return new Tableau.Ligne(rang, cellules, enTrop);
    }
}
